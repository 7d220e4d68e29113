"""The built-in for reports on what was reached: rows of target and reached value."""

from __future__ import annotations

from collections.abc import Callable

from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.context import Context
from plancheck.judgement.values import Computed, Items, Value, from_fact, truth


def achievements(context: Context, args: Arguments) -> Value:
    """The rows of tables that set reached values beside targets; `met` is open where direction or numbers are unclear."""
    from plancheck.facts.achievements import Achievement, read_achievements

    facts = context.facts
    rows = context.remember("achievements", lambda: read_achievements(facts.document, facts.tables))

    def record(row: Achievement) -> Value:
        place = Value(None, (row.evidence,))
        fields = {
            "indicator": Value(row.indicator, (row.evidence,)),
            "base": from_fact(row.base, f"“{row.indicator}”的基准值"),
            "target": from_fact(row.target, f"“{row.indicator}”的目标值"),
            "achieved": from_fact(row.achieved, f"“{row.indicator}”的完成值"),
            "met": truth(row.met, place, missing=(f"“{row.indicator}”的目标值与完成值无法比较",)),
        }
        return Value(Computed(row.indicator, fields), (row.evidence,))

    return Value(Items(tuple(record(row) for row in rows)), (), ("没有把目标值与完成值并列的表",))


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {"achievements": achievements}
