"""References within a plan (见附件3, 详见附表2) whose item the plan does not have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.facts.fold import fold
from plancheck.facts.model import Passage
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.builtins.regions import region_of
from plancheck.judgement.context import Context
from plancheck.judgement.values import Items, Value

_NUMBERS = "一二三四五六七八九十"
_LABEL = r"(附件|附录|附表|附图)\s*([0-9]{1,2}|[一二三四五六七八九十]{1,2})(?![0-9]*\s*-\s*[0-9])"
_REFERRED = lazy_pattern(r"(?:见|列于|列入|载于|参照|依据|\()\s*(?:本方案)?\s*" + _LABEL)
_FURTHER = lazy_pattern(r"\s*(?:、|和|及|与|,)\s*" + _LABEL)
_LABELLED = re.compile(
    r"(?:[(]?[0-9一二三四五六七八九十.]{1,5}[)、.\s]\s*|第[一二三四五六七八九十]+[章节]\s*)?[\s(【\[]*" + _LABEL
)
_FOREIGN = re.compile(r"《[^》]*》|通知|指南")
_LISTED = re.compile(r"\s*[(]?([0-9]{1,2})\s*[.、)]")
_LONG = 60  # an item of a list of annexes is no longer than this


def dangling(context: Context, args: Arguments) -> Value:
    """The annexes that the plan refers to and does not have, as they are named there.

    An annex is there where a heading, caption or line begins with its label, or where the annex section (`in:`) lists
    at least so many items. References to annexes of other documents (《…》附件2) are left out.
    """
    passages = context.facts.passages
    region = region_of(context, args)
    have = {label for p in passages for label in _labelled(p)}
    counts = _listed([p for p in region.passages(context) if not region.everywhere])
    missing: dict[tuple[str, int], Value] = {}
    for passage in passages:
        for kind, number in _referred(passage):
            if (kind, number) in have or (kind == "附件" and number <= counts):
                continue
            missing.setdefault((kind, number), Value(f"{kind}{number}", (passage.evidence,)))
    return Value(Items(tuple(missing.values())), (), ("正文提到的附件都在",), region.evidence)


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, _, ones = text.rpartition("十")
    if "十" not in text:
        return _NUMBERS.index(text[-1]) + 1
    return 10 * (_NUMBERS.index(tens) + 1 if tens else 1) + (_NUMBERS.index(ones) + 1 if ones else 0)


def _labelled(passage: Passage) -> Iterable[tuple[str, int]]:
    """The label that a heading, caption or line begins with, and those of a row's cells."""
    for piece in passage.text.split(" | "):
        found = _LABELLED.match(fold(piece))
        if found is not None:
            yield found.group(1), _number(found.group(2))


def _referred(passage: Passage) -> Iterable[tuple[str, int]]:
    text = fold(passage.text)
    if "附" not in text or passage.kind in ("heading", "caption"):
        return
    for match in _REFERRED.finditer(text):
        if _FOREIGN.search(text[max(0, match.start() - 30) : match.start() + 1]):
            continue
        yield match.group(1), _number(match.group(2))
        following = _FURTHER.match(text, match.end())
        while following is not None:
            yield following.group(1), _number(following.group(2))
            following = _FURTHER.match(text, following.end())


def _listed(passages: list[Passage]) -> int:
    """How many items the annex section lists without labels: the highest number before a line, or its short lines."""
    lines = [p for p in passages[1:] if len(p.text) <= _LONG and p.kind in ("sentence", "heading", "caption")]
    if any(_LABELLED.match(fold(p.text)) for p in lines):
        return 0
    numbers = [int(m.group(1)) for p in lines if (m := _LISTED.match(fold(p.text))) is not None]
    return max([*numbers, len(lines)], default=0)


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {"dangling": dangling}
