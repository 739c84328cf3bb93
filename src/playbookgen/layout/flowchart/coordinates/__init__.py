"""Placing: the x and y of columns, levels, tracks and lanes of a row."""
