"""The small shared builder: blocks of content in, a reproducible Word file or data file out."""
