"""How names in other scripts are read in Latin letters, as firms write themselves: perhaps in several ways."""

from recruitcheck.names.scripts.reading import MOST_READINGS, readings

__all__ = ["MOST_READINGS", "readings"]
