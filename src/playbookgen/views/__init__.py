"""Editions to diagrams: a file per kind of map."""
