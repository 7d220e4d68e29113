"""Facts × pack → report data: rules in order of dependence, points, verdict, and findings that are the same defect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from plancheck import __version__
from plancheck.checking.same_defect import same_contradictions
from plancheck.core.location import Evidence
from plancheck.core.outcome import Obligation, Outcome, Verdict
from plancheck.facts.coverage import coverage
from plancheck.facts.facts import Facts
from plancheck.judgement.context import Context
from plancheck.judgement.evaluate import evaluate
from plancheck.judgement.judge import Judged, judge
from plancheck.judgement.results import Coverage, FileInfo, Interval, Override, Report, Result
from plancheck.judgement.score import score, verdict, weight_of
from plancheck.judgement.values import Value
from plancheck.language import syntax as s
from plancheck.packs.model import Pack

SHOWN_EVIDENCE = 8
UNREAD_PLAN = {"empty-document", "no-headings", "pictures-only", "chunk-unread"}  # what puts the whole verdict in doubt


def context_for(facts: Facts, pack: Pack) -> Context:
    """The evaluation context of a submission: facts, and the pack's settings as values."""
    empty = Context(facts, {})
    values: dict[str, Value] = {name: evaluate(st.value, empty, {}) for name, st in pack.settings.items()}
    return Context(facts, values)


def judge_all(facts: Facts, pack: Pack, stage: str, only: Sequence[str] = ()) -> tuple[Judged, ...]:
    """The outcomes in the pack's order. With `only`, those rules (and what they depend on) alone are judged."""
    context = context_for(facts, pack)
    by_id = {rule.id: rule for rule in pack.rules}
    done: dict[str, Judged] = {}

    def settle(rule: s.Rule, above: tuple[str, ...] = ()) -> None:
        if rule.id in done or rule.id in above:
            return
        for other in rule.depends_on:
            if other in by_id:
                settle(by_id[other], (*above, rule.id))
        done[rule.id] = judge(rule, context, done, stage)

    wanted = [by_id[i] for i in only] if only else list(pack.rules)
    for rule in wanted:
        settle(rule)
    return tuple(done[rule.id] for rule in wanted)


def points_at(pack: Pack, stage: str) -> Mapping[str, Fraction]:
    """The points of the chapters that have rules for a stage, scaled so that every stage is out of the same sum.

    The sum is that of the pack's first stage: a submission judged by a few chapters only is not out of a few points.
    """
    whole = sum((pack.chapters[title] for title in _chapters_of(pack, pack.judges[0])), Fraction(0))
    mine = sum((pack.chapters[title] for title in _chapters_of(pack, stage)), Fraction(0))
    scale = whole / mine if mine else Fraction(1)
    return {title: points * scale for title, points in pack.chapters.items()}


def _chapters_of(pack: Pack, stage: str) -> tuple[str, ...]:
    """The chapters in which a rule with weight is judged at a stage."""
    found = {r.chapter for r in pack.rules if (not r.stages or stage in r.stages) and weight_of(r)}
    return tuple(title for title in pack.chapters if title in found)


def assess(
    facts: Facts,
    pack: Pack,
    *,
    plan: FileInfo,
    data: FileInfo | None,
    stage: str | None = None,
    only: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> Report:
    """The report of a submission. `stage` defaults to the pack's first; `notes` are added to those of the reading."""
    stage = stage or pack.judges[0]
    judged = judge_all(facts, pack, stage, only)
    scores = score(judged, points_at(pack, stage))
    decision: Verdict | None
    decision, reasons = verdict(judged, scores.total, pack.verdict)
    if only:
        decision, reasons = None, (f"只评了 {len(judged)} 条规则，不作预审结论；得分也只是这几条的",)
    reasons = (*(n.message for n in facts.document.notes if n.code in UNREAD_PLAN), *reasons)
    kin = pack.related
    failed = {j.rule.id for j in judged if j.outcome is Outcome.FAIL}
    same = same_contradictions(judged)
    results = tuple(
        _result(j, scores.rules, (*kin.get(j.rule.id, ()), *same.get(j.rule.id, ())), failed) for j in judged
    )
    seen = coverage(facts)
    reading = tuple(note.message for note in facts.document.notes)
    unread = tuple(f"{u.what}：{u.reason}" for u in facts.unread)
    return Report(
        pack_id=pack.id,
        pack_title=pack.title,
        pack_digest=pack.digest,
        tool_version=__version__,
        plan=plan,
        data=data,
        verdict=decision,
        reasons=reasons,
        score=scores.total,
        decided=scores.decided,
        chapters=scores.chapters,
        results=results,
        coverage=Coverage(
            characters=seen.characters,
            attributed=seen.attributed,
            tables=seen.tables,
            tables_recognised=seen.tables_recognised,
            projects=len(facts.projects),
            targets=len(facts.targets),
            series_points=len(facts.points),
        ),
        notes=tuple(dict.fromkeys((*notes, *reading, *unread))),
        overrides=tuple(Override(*o) for o in pack.overrides),
        stage=stage,
    )


def _result(item: Judged, points: Mapping[str, Interval], kin: tuple[str, ...], failed: set[str]) -> Result:
    rule = item.rule
    nothing = Interval(Fraction(0), Fraction(0), Fraction(0))
    earned = points.get(rule.id, nothing)
    return Result(
        rule=rule.id,
        title=rule.title,
        clause=rule.clause,
        obligation=Obligation(rule.obligation),
        veto=rule.veto,
        kind="assist" if rule.ask is not None else "auto",
        outcome=item.outcome,
        weight=earned.maximum,
        earned=earned,
        chapter=rule.chapter,
        messages=item.messages,
        fix=rule.fix,
        question=item.question,
        missing_facts=item.missing,
        evidence=_spread(item.evidence),
        looked_in=item.looked[:SHOWN_EVIDENCE],
        items=item.items,
        same_finding=tuple(dict.fromkeys(k for k in kin if k in failed)) if item.outcome is Outcome.FAIL else (),
        depends_on=item.depends_on,
        comparisons=item.comparisons,
        advice=rule.obligation == Obligation.MAY and item.outcome is Outcome.NOT_APPLICABLE and item.depends_on is None,
    )


def _spread(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """At most `SHOWN_EVIDENCE` pieces: the leading one, then those with another value (both sides of a contradiction),
    then those at another place, then the rest; each group in reading order."""
    values: set[str] = set()
    places: set[object] = set()
    ranked: tuple[list[Evidence], list[Evidence], list[Evidence]] = ([], [], [])
    for piece in evidence:
        place = (piece.location.section, piece.location.table, piece.location.key)
        if not places or (piece.value is not None and piece.value not in values):
            ranked[0].append(piece)
        elif place not in places:
            ranked[1].append(piece)
        else:
            ranked[2].append(piece)
        places.add(place)
        if piece.value is not None:
            values.add(piece.value)
    return tuple([*ranked[0], *ranked[1], *ranked[2]][:SHOWN_EVIDENCE])
