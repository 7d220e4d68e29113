"""What came with the plan: the data file's model, its YAML, JSON and XLSX forms, its template, and the facts it states."""
