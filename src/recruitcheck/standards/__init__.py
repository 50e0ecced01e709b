"""Law and standards: what may be cited for a practice in a corridor on a day, and what a fee may cost there."""

from recruitcheck.standards.catalogue import Catalogue
from recruitcheck.standards.loading import load_catalogue

__all__ = ["Catalogue", "load_catalogue"]
