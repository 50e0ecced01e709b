"""Checks: one module per family; values in, findings out. Pure: no clock, no files, no store."""
