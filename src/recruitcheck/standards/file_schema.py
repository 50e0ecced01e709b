"""JSON Schemas of the catalogue's files, for editors and for a company's own folder of standards."""

from __future__ import annotations

from functools import cache
from typing import Any

from recruitcheck.resources import StrictModel
from recruitcheck.standards.advert_rule import AdvertRuleFile
from recruitcheck.standards.channel_rule_file import ChannelRuleFile
from recruitcheck.standards.country_group_file import CountryGroupFile
from recruitcheck.standards.exchange_rate_file import ExchangeRateFile
from recruitcheck.standards.fee_limit_file import FeeLimitFile
from recruitcheck.standards.indicator_grid import DimensionFile, ElementFile, IndicatorFile, UncitedFile
from recruitcheck.standards.instrument_file import InstrumentFile
from recruitcheck.standards.minimum_age import MinimumAgeFile
from recruitcheck.standards.ratification import RatificationFile
from recruitcheck.standards.referral import ReferralFile
from recruitcheck.standards.required_term import RequirementFile

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


@cache
def _rows() -> dict[str, type[StrictModel]]:
    return {
        "instruments": InstrumentFile,
        "treaties": RatificationFile,
        "groups": CountryGroupFile,
        "limits": FeeLimitFile,
        "rates": ExchangeRateFile,
        "channels": ChannelRuleFile,
        "ages": MinimumAgeFile,
        "adverts": AdvertRuleFile,
        "terms": RequirementFile,
        "referrals": ReferralFile,
        "indicators": IndicatorFile,
        "palermo": ElementFile,
        "operational": DimensionFile,
        "uncited": UncitedFile,
    }


def part_schema(part: str) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a file of one part, a list of rows; KeyError for a part that there is not.

    The loader checks more than a schema can say: dates, countries, practices and what must go together.
    """
    row = _rows()[part].model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    definitions = row.pop("$defs", {})
    return {
        "$schema": _DRAFT,
        "$id": f"recruitcheck/standards-{part}/1",
        "title": f"recruitcheck standards: a file in {part}/",
        "type": "array",
        "items": row,
        "$defs": definitions,
    }
