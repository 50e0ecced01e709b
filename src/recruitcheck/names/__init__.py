"""Names and identifiers in comparable form. Pure: values in, values out. What is not asked for is not loaded."""

from typing import TYPE_CHECKING

from recruitcheck.lazy import lazy_exports
from recruitcheck.names.fold import fold  # at once: its module has the same name

if TYPE_CHECKING:
    from recruitcheck.names.address import same_address
    from recruitcheck.names.alias import split_names
    from recruitcheck.names.folded_column import fold_all
    from recruitcheck.names.mail import is_free_mail, is_shared_host, mail_domain, normal_email, web_host
    from recruitcheck.names.number import normal_number
    from recruitcheck.names.parts import NameParts, parse_name, parse_readings
    from recruitcheck.names.phone import normal_phones

__all__ = [
    "NameParts",
    "fold",
    "fold_all",
    "is_free_mail",
    "is_shared_host",
    "mail_domain",
    "normal_email",
    "normal_number",
    "normal_phones",
    "parse_name",
    "parse_readings",
    "same_address",
    "split_names",
    "web_host",
]

_HOMES = {
    "same_address": "address",
    "split_names": "alias",
    "fold_all": "folded_column",
    "is_free_mail": "mail",
    "is_shared_host": "mail",
    "mail_domain": "mail",
    "normal_email": "mail",
    "web_host": "mail",
    "normal_number": "number",
    "NameParts": "parts",
    "parse_name": "parts",
    "parse_readings": "parts",
    "normal_phones": "phone",
}

__getattr__ = lazy_exports(__name__, _HOMES)
