"""What is on the page: package limits, one walk of the XML, visible numbering, outline, tables, figures."""
