"""The shared vocabulary for the tests of this folder."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from types import MappingProxyType

from plancheck.core.vocabulary import Entry, Vocabulary

RULES = Path(__file__).parents[2] / "rules" / "shared" / "park-terms.rules"
_ENTRY = re.compile(r'^(section|term|indicator|column|group)\s+(\S+)\s+"([^"]*)"\s*\{(.*?)\}', re.M | re.S)
_TOKEN = re.compile(r'"([^"]*)"|([^\s"]+)')


@cache
def park_terms() -> Vocabulary:
    """The entries of `rules/shared/park-terms.rules`."""
    found: dict[str, dict[str, Entry]] = {}
    for kind, name, title, body in _ENTRY.findall(RULES.read_text(encoding="utf-8")):
        words: dict[str, list[str]] = {"also": [], "weak": [], "never": []}
        properties: dict[str, str] = {}
        key = ""
        for quoted, plain in _TOKEN.findall(body):
            if quoted:
                words[key].append(quoted)
            elif plain in words:
                key = plain
            elif key and key not in words and key not in properties:
                properties[key] = plain
            else:
                key = plain
        entry = Entry(
            kind, name, title, *(tuple(words[w]) for w in ("also", "weak", "never")), MappingProxyType(properties)
        )
        found.setdefault(kind, {})[name] = entry
    return Vocabulary({kind: MappingProxyType(entries) for kind, entries in found.items()})
