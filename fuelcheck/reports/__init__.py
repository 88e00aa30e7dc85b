"""Documents: an evaluation in, PDF or workbook out. Nothing here asks or changes."""
