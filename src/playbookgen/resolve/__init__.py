"""Definitions to editions: references become objects."""
