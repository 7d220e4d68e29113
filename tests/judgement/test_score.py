"""Points: intervals, shares, what leaves the sum and what stays in it; the verdict."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plancheck.core.outcome import Outcome, Verdict
from plancheck.judgement.judge import Judged
from plancheck.judgement.score import score, verdict, weight_of
from plancheck.language.syntax import Pos, Rule, VerdictLine

POS = Pos(0, 1, 1)
LINES = (
    VerdictLine("return", Fraction(50), None, POS),
    VerdictLine("return", None, "veto", POS),
    VerdictLine("supplement", None, "shall", POS),
)
SHARES = {Outcome.PASS: (1, 1), Outcome.FAIL: (0, 0), Outcome.REVIEW: (0, 1), Outcome.NOT_APPLICABLE: (0, 0)}


def judged(name: str, outcome: Outcome, **rule: Any) -> Judged:
    low, high = SHARES[outcome]
    made = replace(Rule(f"p/{name}", "shall", f"第{name}条", "一", POS, chapter="章"), **rule)
    return Judged(made, outcome, Fraction(low), Fraction(high))


def test_a_review_spans_the_interval() -> None:
    found = score([judged("1", Outcome.PASS), judged("2", Outcome.REVIEW)], {"章": Fraction(10)})
    assert (found.total.low, found.total.high, found.total.maximum) == (5, 10, 10)
    assert (found.decided.low, found.decided.maximum) == (5, 5)


def test_a_missing_thing_keeps_the_weight_of_its_properties() -> None:
    absent = judged("2", Outcome.NOT_APPLICABLE)
    found = score([judged("1", Outcome.FAIL), absent, judged("3", Outcome.PASS)], {"章": Fraction(9)})
    assert (found.total.low, found.total.maximum) == (3, 9)


def test_what_does_not_apply_leaves_the_sum() -> None:
    aside = replace(judged("2", Outcome.NOT_APPLICABLE), counts=False)
    found = score([judged("1", Outcome.PASS), aside], {"章": Fraction(9)})
    assert (found.total.low, found.total.maximum) == (9, 9)


def test_one_defect_costs_points_once() -> None:
    twin = judged("2", Outcome.FAIL, counted_under="p/1")
    assert weight_of(twin.rule) == 0
    found = score([judged("1", Outcome.FAIL), twin, judged("3", Outcome.PASS)], {"章": Fraction(10)})
    assert found.total.low == 5


@given(st.lists(st.sampled_from(list(Outcome)), min_size=1, max_size=12), st.integers(0, 11))
def test_deciding_a_review_never_leaves_the_interval(outcomes: list[Outcome], at: int) -> None:
    items = [judged(str(i), o) for i, o in enumerate(outcomes)]
    before = score(items, {"章": Fraction(10)}).total
    at %= len(items)
    if items[at].outcome is Outcome.REVIEW:
        for decided in (Outcome.PASS, Outcome.FAIL):
            items[at] = judged(str(at), decided)
            after = score(items, {"章": Fraction(10)}).total
            assert before.low <= after.low <= after.high <= before.high


@given(
    st.lists(st.sampled_from([Outcome.PASS, Outcome.FAIL, Outcome.REVIEW]), min_size=1, max_size=12), st.integers(0, 11)
)
def test_mending_a_failure_never_lowers_the_score(outcomes: list[Outcome], at: int) -> None:
    items = [judged(str(i), o) for i, o in enumerate(outcomes)]
    before = score(items, {"章": Fraction(10)}).total
    items[at % len(items)] = judged(str(at % len(items)), Outcome.PASS)
    after = score(items, {"章": Fraction(10)}).total
    assert after.low >= before.low
    assert after.high >= before.high


def test_verdicts() -> None:
    def decide(*items: Judged) -> tuple[Verdict, tuple[str, ...]]:
        return verdict(items, score(items, {"章": Fraction(10)}).total, LINES)

    passed = [judged(str(i), Outcome.PASS) for i in range(8)]
    assert decide(*passed) == (Verdict.ACCEPT, ("没有发现必须补正的问题",))
    assert decide(*passed, judged("9", Outcome.REVIEW))[0] is Verdict.ACCEPT
    assert decide(*passed, judged("9", Outcome.FAIL)) == (
        Verdict.SUPPLEMENT,
        ("1 项必须满足（应）的要求没有满足：“第9条”",),
    )
    assert decide(*passed, judged("9", Outcome.FAIL, veto=True))[0] is Verdict.RETURN
    assert (
        decide(judged("1", Outcome.FAIL), judged("2", Outcome.REVIEW))[0] is Verdict.SUPPLEMENT
    )  # open: not held against it
    assert decide(judged("1", Outcome.FAIL), judged("2", Outcome.FAIL), judged("3", Outcome.PASS))[0] is Verdict.RETURN
