"""The words of flowcharts, swimlanes and timelines, a file per language."""
