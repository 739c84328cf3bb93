"""Ordering: the level of each step in its lane, so that connectors cross and turn least."""
