"""What a text states in figures and names, each with its exact span."""

from recruitcheck.particulars.extract import extract

__all__ = ["extract"]
