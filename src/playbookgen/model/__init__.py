"""Frozen data that every stage of the pipeline shares; no input or output happens here."""
