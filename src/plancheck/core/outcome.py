"""The four outcomes of a rule, the three obligations and the three verdicts."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What became of a rule on a submission."""

    PASS = "pass"
    FAIL = "fail"
    REVIEW = "review"
    NOT_APPLICABLE = "not-applicable"


class Obligation(StrEnum):
    """How strongly the source asks: 应 shall, 宜 should, 可/鼓励 may."""

    SHALL = "shall"
    SHOULD = "should"
    MAY = "may"


class Verdict(StrEnum):
    """The pre-screening's own words: 通过形式审查, 需补正, 不予受理."""

    ACCEPT = "accept"
    SUPPLEMENT = "supplement"
    RETURN = "return"
