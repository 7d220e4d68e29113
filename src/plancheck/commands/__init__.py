"""One file a sub-command; wiring only."""
