"""Finding where a plan speaks again of a thing by its name (a task in the schedule, a project in a chapter)."""

from __future__ import annotations

from collections.abc import Iterable

from plancheck.facts.fold import fold
from plancheck.facts.model import Passage

_GENERIC = (
    "大力", "积极", "加快", "加强", "推进", "推动", "强化", "进一步", "全面", "着力", "努力", "建设", "工程", "项目", "实施", "开展",
    "完善", "健全", "建立", "提升", "提高", "优化", "构建", "发展", "园区",
)  # fmt: skip


def core(name: str) -> str:
    """A name without words that every name has (加快…建设工程): what tells it from others."""
    text = "".join(fold(name).split())
    for word in _GENERIC:
        shorter = text.replace(word, "")
        if len(shorter) >= 3:
            text = shorter
    return text


def quotable(passages: Iterable[Passage]) -> tuple[tuple[Passage, str], ...]:
    """The passages in which names are looked for, headings left out, each with its text folded and without blanks."""
    return tuple((p, "".join(fold(p.text).split())) for p in passages if p.kind != "heading")


def find_quotes(name: str, texts: Iterable[tuple[Passage, str]]) -> tuple[list[Passage], list[Passage]]:
    """Of `quotable` texts those that carry the whole name, and (apart) those that carry only its core."""
    whole_name = "".join(fold(name).split())
    middle = core(name)
    whole: list[Passage] = []
    partial: list[Passage] = []
    for passage, text in texts:
        if whole_name and whole_name in text:
            whole.append(passage)
        elif len(middle) >= 3 and middle in text:
            partial.append(passage)
    return whole, partial
