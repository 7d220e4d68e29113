"""Results as people read them: one module a format, each one function from the same plain `Report`."""
