"""Clauses that tell of a year as of something done (2016年已完成…): whether that year had come is for a rule to compare."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Evidence
from plancheck.facts.facts import Facts
from plancheck.facts.fold import fold
from plancheck.facts.times import read_times

_DONE = lazy_pattern(
    r"已(?:经|全部|累计|基本|顺利|成功|提前|陆续|相继)*(?:完成|建成|达到|达|实现|投产|投运|投用|通过|形成|实施|淘汰|关停|改造|获得|获批|下降|降|增长|提高|编制|出台|启用|运行|印发|发布|成立|设立|建立|组建|竣工|验收|拆除|替代|签订|签约|列入|入选|认定)"
    r"|(?:完成|建成|达到|实现|通过|投产|投运|下降|降低|增长|提高|减少)了|同比(?:增长|下降|提高|减少)|(?:比|较)上(?:一)?年(?:增长|下降|提高|减少|增加)"
)
_TITLE = re.compile(r"《[^《》]{1,60}》")
_TO_COME = lazy_pattern(
    r"将|拟|计划|预计|预期|力争|争取|目标|规划|安排|确保|要求|到.{0,12}(?:年底前|年前|年末前)|届时|预测|情景|如果|若|假设|应|要(?!求)|需|前完成|后|期间|以前|之前"
)


@dataclass(frozen=True, slots=True)
class PastClaim:
    """A year and the clause that tells of it as past."""

    year: int
    text: str
    evidence: Evidence


def past_claims(facts: Facts) -> tuple[PastClaim, ...]:
    """The latest year of each sentence that tells of it as done and says nothing of what is to come, in reading order."""
    found: list[PastClaim] = []
    for passage in facts.passages:
        if passage.kind != "sentence" or "年" not in passage.text:
            continue
        text = fold(passage.text)
        plain = _TITLE.sub(_blank, text)  # a year in the title of a document is none of the sentence
        if _DONE.search(plain) is None:
            continue
        for start, end in _clauses(plain):
            clause = plain[start:end]
            if _DONE.search(clause) is None or _TO_COME.search(clause) is not None:
                continue
            years = [t.start_year for t in read_times(clause) if t.kind == "year" and t.start_year == t.end_year]
            known = [y for y in years if y is not None]
            if known:
                place = passage.evidence
                found.append(
                    PastClaim(
                        max(known), text[start:end].strip(), Evidence(place.location, place.excerpt, f"{max(known)}年")
                    )
                )
    return tuple(found)


def _blank(title: re.Match[str]) -> str:
    return "《" + "…" * (len(title.group()) - 2) + "》"


def _clauses(text: str) -> list[tuple[int, int]]:
    """Start and end of the parts between full stops and semicolons: a year often stands a comma before what was done."""
    return [match.span() for match in re.finditer(r"[^；;。！？!?\n]+", text) if match.group().strip()]
