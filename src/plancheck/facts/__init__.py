"""What the page says: terms, passages, quantities, targets, series, projects, tasks, each with evidence and firmness."""
