"""One submission against one pack, start to end: read, gather, judge, score, report. Commands and tests call this."""
