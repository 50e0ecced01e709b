"""The text a reader would see on a web page: blocks on their own lines, table cells apart."""

# ruff: noqa: E501, SIM905 - tables of words read best as long lines

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recruitcheck.errors import InputError

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_HTML_BYTES = 20 * 1024 * 1024
# Parsers take quadratic time on tags that are opened and never closed; real pages stay below 100.
MAX_OPEN_TAGS = 2_000

_OPENING = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_ANY_TAG = re.compile(
    rb"<(?:div|p|table|tr|td|ul|ol|li|span|h[1-6]|section|article|br|a|b|strong)(?:\s[^<>]{0,500})?/?>", re.I
)
_CLOSING_TAG = re.compile(rb"</(?:div|p|table|ul|ol|span|h[1-6]|section|article|a|b|strong)\s*>", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_IMPLIED_END = frozenset("p li dt dd tr td th option optgroup thead tbody tfoot rb rt rp".split())
_DROPPED = frozenset(
    "script style template noscript noembed noframes iframe object svg math head title canvas audio video select datalist "
    "input textarea button".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead "
    "tr ul caption".split()
)
_CELLS = frozenset({"td", "th"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%|\s|;|$)", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def looks_like_html(data: bytes) -> bool:
    """Whether the bytes open like a page, or hold closed tags like a fragment of one."""
    head = data[:8192].removeprefix(b"\xef\xbb\xbf")
    if _OPENING.match(head):
        return True
    wide = head.replace(b"\x00", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
    if wide is not head and _OPENING.match(wide[2:]):
        return True
    return head.lstrip()[:1] == b"<" and bool(_ANY_TAG.match(head.lstrip())) and bool(_CLOSING_TAG.search(head))


def visible_text(markup: str, *, where: str = "page") -> str:
    """The visible text; entities decoded; scripts, styles, comments and hidden elements dropped.

    Blocks stand on lines of their own, cells of a row are parted by a tab, runs of blanks are one
    space. Raises InputError where tags are nested deeper than MAX_OPEN_TAGS.
    """
    if _open_tags(markup) > MAX_OPEN_TAGS:
        raise InputError(
            f"tags are nested more than {MAX_OPEN_TAGS} deep.",
            where=where,
            todo="This is no ordinary page: copy its words into a text file and give that.",
        )
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(markup.encode("utf-8", "replace")).root
    return _Layout().render(root) if root is not None else ""


def _open_tags(markup: str) -> int:
    """The deepest count of opened, unclosed tags, counted without parsing."""
    depth = deepest = 0
    for closing, name in _TAG.findall(markup):
        tag = name.lower()
        if tag in _VOID or tag in _IMPLIED_END:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


class _Layout:
    """Collects words and breaks in one walk without recursion."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._gap = ""  # what parts the next word from the last: "", " ", "\t" or "\n"

    def render(self, root: LexborNode) -> str:
        """Walk the tree in document order."""
        node: LexborNode | None = root
        preformatted = 0
        while node is not None:
            tag = node.tag or ""
            if tag == "-text":
                self._text(node.text(deep=False), bool(preformatted))
            descend = self._enter(node, tag)
            preformatted += descend and tag == "pre"
            if descend and node.child is not None:
                node = node.child
                continue
            while node is not None and node.next is None:
                preformatted -= self._leave(node, root)
                node = None if node.mem_id == root.mem_id else node.parent
            if node is not None:
                preformatted -= self._leave(node, root)
                node = node.next
        return "".join(self._parts)

    def _enter(self, node: LexborNode, tag: str) -> bool:
        if tag in ("br", "hr"):
            self._break("\n")
        if tag.startswith("-") or tag in _DROPPED or tag == "br" or (tag != "-text" and _is_hidden(node)):
            return False
        if tag in _BLOCKS:
            self._break("\n")
        elif tag in _CELLS:
            self._break("\t")
        return True

    def _leave(self, node: LexborNode, root: LexborNode) -> int:
        tag = node.tag or ""
        if tag in _BLOCKS and node.mem_id != root.mem_id:
            self._break("\n")
        elif tag in _CELLS:
            self._break("\t")
        return 1 if tag == "pre" and not _is_hidden(node) else 0

    def _break(self, kind: str) -> None:
        order = ("", " ", "\t", "\n")
        if order.index(kind) > order.index(self._gap):
            self._gap = kind

    def _text(self, words: str | None, preformatted: bool) -> None:
        if not words:
            return
        if preformatted:
            self._put(words)
            return
        flat = _BLANKS.sub(" ", words)
        if flat.startswith(" "):
            self._break(" ")
        if flat.strip(" "):
            self._put(flat.strip(" "))
            if flat.endswith(" "):
                self._break(" ")

    def _put(self, words: str) -> None:
        if self._parts:
            self._parts.append(self._gap)
        self._parts.append(words)
        self._gap = ""


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes or (attributes.get("aria-hidden") or "").lower() == "true":
        return True
    return bool(_HIDING.search((attributes.get("style") or "")[:2000]))
