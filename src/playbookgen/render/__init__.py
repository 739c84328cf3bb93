"""Placed diagrams to DOT, SVG, PNG and PDF; editions to Markdown pages."""
