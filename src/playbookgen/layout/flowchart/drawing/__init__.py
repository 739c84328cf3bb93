"""Drawing: rows with their coordinates as steps, polylines, labels, lanes and groups."""
