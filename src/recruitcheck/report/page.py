"""One self-contained HTML page: the template environment, the policy that allows nothing, the print frame."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

from recruitcheck.report import wording
from recruitcheck.report.safe_text import LONGEST_NAME, clip, excerpt, pieces, safe_href, safe_url, visible

if TYPE_CHECKING:
    from jinja2 import Environment

FICTIONAL = "Fictional demonstration data"


@cache
def environment() -> Environment:
    """Escapes everything, stops at an undefined name, and writes out unseen characters before escaping."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from recruitcheck.resources import shipped

    built = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(shipped("report_templates")),
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    built.filters.update(
        age=wording.age,
        clip=clip,
        copy_date=wording.copy_date,
        day=wording.day,
        excerpt=excerpt,
        family=wording.family,
        fee_item=wording.fee_item,
        instrument=wording.instrument,
        practice=wording.practice,
        label=wording.label,
        name=lambda text: clip(text, LONGEST_NAME),
        money=wording.money,
        place=wording.place,
        safe_href=safe_href,
        safe_url=safe_url,
        short=lambda text: text[:12] if text else "",
        words=lambda code, table: wording.words(getattr(wording, table), code),
    )
    built.globals.update(count=wording.count, joined=wording.joined, pieces=pieces)
    return built


def _finalize(value: Any) -> Any:
    """Foreign text, bounded and with its unseen characters shown; Markup is our own and stays."""
    if type(value) is str:
        return visible(clip(value))
    return value


def render(template: str, **values: Any) -> str:
    """One page. Its styles and its script, where it has one, are the only things its policy lets run."""
    styles = shipped_text("style.css")
    script = shipped_text("search.js") if values.get("searchable") else ""
    frame = page_frame(values.get("running", ""), fictional=bool(values.get("fictional")))
    return (
        environment()
        .get_template(template)
        .render(
            styles=_markup(styles),
            frame=_markup(frame),
            script=_markup(script),
            policy=policy(styles, frame, script),
            **values,
        )
    )


@cache
def shipped_text(name: str) -> str:
    """A shipped style sheet or script, without its final line end."""
    from recruitcheck.resources import shipped

    return (shipped("report_templates") / name).read_text(encoding="utf-8").rstrip("\n")


def policy(styles: str, frame: str, script: str) -> str:
    """The Content-Security-Policy of a page: nothing but these very styles and this very script."""
    parts = [
        "default-src 'none'",
        f"style-src {source_hash(styles)} {source_hash(frame)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if script:
        parts.insert(2, f"script-src {source_hash(script)}")
    return "; ".join(parts)


def source_hash(text: str) -> str:
    """A CSP source expression for exactly this inline text."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii") + "'"


def page_frame(running: str, *, fictional: bool) -> str:
    """Print margins: the running case number, page n of m, and the demonstration band on every sheet."""
    top = f"@top-center{{content:{css_string(FICTIONAL)}}}" if fictional else ""
    left = f"@bottom-left{{content:{css_string(clip(visible(running), 80))}}}" if running else ""
    return "@page{" + top + left + '@bottom-right{content:"Page " counter(page) " of " counter(pages)}}'


def css_string(text: str) -> str:
    """A CSS string in which everything but letters and digits of ASCII is a hexadecimal escape."""
    escaped = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter == " ") else f"\\{ord(letter):x} " for letter in text
    )
    return f'"{escaped}"'


def _markup(text: str) -> Any:
    """Our own shipped text, put in as it is. The closing tags that would end it early are refused."""
    from markupsafe import Markup

    if "</" in text:
        raise ValueError("a style sheet or script must not hold a closing tag")
    return Markup(text)  # noqa: S704 - shipped files and the escaped page frame only
