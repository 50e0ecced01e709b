"""The words that rules, law, registries and reports share: practices, places, sectors, terms, fees, messages."""

from recruitcheck.vocabulary.countries import Country, countries, country_name, country_names, resolve_country
from recruitcheck.vocabulary.fact_categories import FactCategory, fact_categories, lint_fact_categories
from recruitcheck.vocabulary.fee_items import FeeItem, fee_items, resolve_fee_item
from recruitcheck.vocabulary.messages import Said, message_args, message_ids, say
from recruitcheck.vocabulary.practices import Family, Practice, covers, families, practices
from recruitcheck.vocabulary.sectors import Sector, resolve_sector, sector_within, sectors
from recruitcheck.vocabulary.terms import Term, terms, terms_named
from recruitcheck.vocabulary.unspecified import is_unspecified

__all__ = [
    "Country",
    "FactCategory",
    "Family",
    "FeeItem",
    "Practice",
    "Said",
    "Sector",
    "Term",
    "countries",
    "country_name",
    "country_names",
    "covers",
    "fact_categories",
    "families",
    "fee_items",
    "is_unspecified",
    "lint_fact_categories",
    "message_args",
    "message_ids",
    "practices",
    "resolve_country",
    "resolve_fee_item",
    "resolve_sector",
    "say",
    "sector_within",
    "sectors",
    "terms",
    "terms_named",
]
