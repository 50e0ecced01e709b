"""Evidence: what readers are shown of it."""

from recruitcheck.evidence.mask import MASK, mask_spans, masked

__all__ = ["MASK", "mask_spans", "masked"]
