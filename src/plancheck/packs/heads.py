"""The heads of the shipped packs alone, read without loading their rules: to tell which pack a plan was made for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.core.resources import resource_dir

_TOKEN = re.compile(r'#[^\n]*|"([^"\n]*)"|([{}])|([^\s"{}#]+)')
_BEGIN = re.compile(r"^\s*pack\s", re.MULTILINE)
_KEYWORDS = ("issuer", "judges", "titled", "period", "uses", "includes", "extends", "registry")
_YEARS = re.compile(r"(\d{4})\.\.(\d{4})$")


@dataclass(frozen=True, slots=True)
class Head:
    """What a pack says of itself: its id and title, what the titles of its plans say, and the years they are made for."""

    id: str
    title: str
    titled: tuple[str, ...]
    period: tuple[int, int] | None


def installed_heads() -> tuple[Head, ...]:
    """The heads of the packs that come with the program and say what their plans are called, in name order."""
    files = sorted(resource_dir("rules").glob("*/00-pack.rules"))
    heads = (read_head(path.read_text(encoding="utf-8", errors="replace")) for path in files)
    return tuple(head for head in heads if head is not None and head.titled)


def read_head(text: str) -> Head | None:
    """The head in the text of a rule file; None where there is none. What is wrong with it is for the parser to say."""
    begin = _BEGIN.search(text)
    if begin is None:
        return None
    name, title, period = "", "", None
    titled: list[str] = []
    for keyword, words, texts in _lines(_tokens(text, begin.start())):
        if not keyword:
            name, title = words[-1] if words else "", texts[-1] if texts else ""
        elif keyword == "titled" and not words:  # words behind it name a stage
            titled.extend(texts)
        elif keyword == "period":
            years = _YEARS.match("".join(words))
            period = (int(years[1]), int(years[2])) if years else None
    return Head(name, title, tuple(titled), period)


def _lines(tokens: Iterator[tuple[str, str]]) -> Iterator[tuple[str, list[str], list[str]]]:
    """The lines of a head: its keyword (empty for the first), its words and its quoted texts."""
    keyword, words, texts = "", list[str](), list[str]()
    for kind, token in tokens:
        if kind == "word" and token in _KEYWORDS:
            yield keyword, words, texts
            keyword, words, texts = token, [], []
        else:
            (words if kind == "word" else texts).append(token)
    yield keyword, words, texts


def _tokens(text: str, start: int) -> Iterator[tuple[str, str]]:
    """The words and quoted texts of a head, up to its closing brace."""
    for found in _TOKEN.finditer(text, start):
        quoted, brace, word = found.groups()
        if brace == "}":
            return
        if quoted is not None:
            yield "text", quoted
        elif word is not None:
            yield "word", word
