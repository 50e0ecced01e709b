"""Measurements: ratios in one run against a named peer or floor. Nothing here is a test."""
