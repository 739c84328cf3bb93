"""Command line: a file per command; options in, exit codes out."""
