"""Mutants of the example playbooks: each lacks one statement that something requires."""
