"""Names as they are written: runs of capitals read as titles and a name, offices."""
