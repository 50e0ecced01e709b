"""Names and identifiers in comparable form. Pure: values in, values out."""

from recruitcheck.names.address import same_address
from recruitcheck.names.alias import split_names
from recruitcheck.names.fold import fold
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
