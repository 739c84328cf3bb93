"""Breaking rows: where a chart is broken to fit a page, and what of it each row shows."""
