"""How long, how much and how often something is fetched before it is given up."""

from __future__ import annotations

CONNECT_SECONDS = 20.0
IDLE_SECONDS = 60.0  # without a single byte
LIST_SECONDS = 15 * 60.0  # everything that one list needs: landing page, pages, retries, waits
MAX_BYTES = 512 * 1024**2  # of one list, as sent and once more as unpacked
MAX_PAGE_BYTES = 8 * 1024**2  # a landing page
MAX_REDIRECTS = 5
MAX_TRIES = 5  # in a row without one new byte
MAX_ATTEMPTS = 40  # at all, however much each brought
FIRST_WAIT = 1.0  # seconds before the second try; doubled for each further one
LONGEST_WAIT = 60.0
LONGEST_RETRY_AFTER = 300.0  # a server that asks for more is believed and left alone
PAGE_PAUSE = 0.5  # seconds between the pages of one list
MAX_URL_CHARS = 2_000
CHUNK = 64 * 1024
