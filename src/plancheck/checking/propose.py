"""Which pack a plan was made for, told from its own title and period by what the packs say of their plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plancheck.checking.titles import plan_title, says
from plancheck.document.model import Document
from plancheck.facts.passages import read_passages
from plancheck.facts.plan_period import PlanPeriod, plan_periods
from plancheck.packs.heads import Head


@dataclass(frozen=True, slots=True)
class Fit:
    """How a plan fits a pack: the words of its title that the pack names (empty: none), whether its period lies in the
    pack's years (None: one of the two states none), and both as a sentence."""

    head: Head
    words: str
    in_period: bool | None
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """All fits, the best first, and the one pack that the plan fits; None where no pack or several do."""

    title: str
    fits: tuple[Fit, ...]
    chosen: Fit | None


def propose(document: Document, heads: Sequence[Head]) -> Proposal:
    """Compare a plan with the heads of packs.

    A pack fits where the title has the words that it names and the period does not lie outside its years. Of several
    that fit, the only one whose years the plan's own period confirms is taken.
    """
    title, periods = plan_title(document), plan_periods(document.title, read_passages(document))
    fits = [_fit(title, periods, head) for head in heads]
    ranked = sorted(fits, key=lambda fit: (not fit.words, fit.in_period is False, fit.in_period is None))
    possible = [fit for fit in ranked if fit.words and fit.in_period is not False]
    confirmed = [fit for fit in possible if fit.in_period]
    chosen = possible[0] if len(possible) == 1 else confirmed[0] if len(confirmed) == 1 else None
    return Proposal(title, tuple(ranked), chosen)


def _fit(title: str, periods: Sequence[PlanPeriod], head: Head) -> Fit:
    words = next((pattern for pattern in head.titled if says(title, pattern)), "")
    said = f"题名里有“{words}”" if words else f"题名里没有{'、'.join(f'“{pattern}”' for pattern in head.titled)}"
    if head.period is None:
        return Fit(head, words, None, f"{said}；规则包没有限定年份")
    years = f"{head.period[0]}—{head.period[1]}年"
    if not periods:
        return Fit(head, words, None, f"{said}；没有认出方案的期限（规则包针对{years}）")
    first, last = head.period
    meeting = [p for p in periods if p.first <= last and first <= p.last]
    if not meeting:
        return Fit(head, words, False, f"{said}；方案期限“{periods[0].stated}”不在规则包针对的{years}之内")
    within = next((p for p in meeting if first <= p.first and p.last <= last), None)
    if within is not None:
        return Fit(head, words, True, f"{said}；方案期限“{within.stated}”在规则包针对的{years}之内")
    return Fit(head, words, True, f"{said}；方案期限“{meeting[0].stated}”与规则包针对的{years}有重合")
