"""Diagrams to placed diagrams: measuring, wrapping, grids, routing."""
