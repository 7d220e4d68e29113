"""Sample plans for tests and for readers, made by scripts: invented parks, real formats."""
