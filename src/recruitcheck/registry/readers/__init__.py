"""Readers of lists, one per format: bytes become tables of text."""
