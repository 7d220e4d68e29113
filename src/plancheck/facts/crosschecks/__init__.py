"""What of a submission can be set against each other: the same matter told twice, parts and wholes, ratios, series."""
