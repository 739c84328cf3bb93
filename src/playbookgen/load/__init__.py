"""Paths to source documents: discovery, the YAML guard, the builder."""
