"""The question every registry check answers: one agency, one registry, one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recruitcheck.model import Agency, RegistryLookup


@dataclass(frozen=True, slots=True)
class Question:
    """One agency asked of one registry for one day; ``act`` names the act judged, "" for the check itself."""

    agency: Agency
    lookup: RegistryLookup
    day: date
    act: str = ""
    jurisdiction_known: bool = True  # False: nobody said where the agency works
    two_ends: bool = False  # a corridor was given: the agency may work at its other end

    @property
    def args(self) -> dict[str, str]:
        """The arguments every licence message shares."""
        snapshot = self.lookup.snapshot
        return {
            "name": self.agency.name,
            "registry": self.lookup.registry.title,
            "registry_id": self.lookup.registry.id,
            "authority": self.lookup.registry.authority,
            "copy_date": snapshot.effective_on.isoformat() if snapshot else "",
            "date": f"{self.day.isoformat()} ({self.act})" if self.act else self.day.isoformat(),
        }
