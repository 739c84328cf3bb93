"""The words of the pages beside those of maps and starts, a file per language."""
