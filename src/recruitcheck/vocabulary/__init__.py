"""The words that rules, law, registries and reports share: practices, places, sectors, terms, fees, messages."""

from recruitcheck.vocabulary.countries import Country, countries, country_name, resolve_country
from recruitcheck.vocabulary.messages import Said, message_args, message_ids, say
from recruitcheck.vocabulary.practices import Family, Practice, covers, families, practices
from recruitcheck.vocabulary.sectors import Sector, resolve_sector, sector_within, sectors
from recruitcheck.vocabulary.unspecified import is_unspecified

__all__ = [
    "Country",
    "Family",
    "Practice",
    "Said",
    "Sector",
    "countries",
    "country_name",
    "covers",
    "families",
    "is_unspecified",
    "message_args",
    "message_ids",
    "practices",
    "resolve_country",
    "resolve_sector",
    "say",
    "sector_within",
    "sectors",
]
