"""Nudging: the order of segments side by side, and how far each lies from the middle."""
