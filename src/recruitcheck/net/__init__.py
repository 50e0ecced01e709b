"""Every outgoing request: TLS verified, hosts named beforehand, bounded in time and size; nothing when offline."""

from recruitcheck.net.address import joined, with_parameter
from recruitcheck.net.clock import Clock
from recruitcheck.net.download import Download, Progress, download
from recruitcheck.net.session import Page, Session, Terms, require_online
from recruitcheck.net.validators import Validators, moment

__all__ = [
    "Clock",
    "Download",
    "Page",
    "Progress",
    "Session",
    "Terms",
    "Validators",
    "download",
    "joined",
    "moment",
    "require_online",
    "with_parameter",
]
