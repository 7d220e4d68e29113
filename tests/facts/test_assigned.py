"""What counts as the same matter stated twice: a value assigned to the park does not speak against its own target."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancheck.checking.examples import facts_of
from plancheck.facts.crosschecks.matters import matters
from tests.rulekit import pack

OWN = "到2025年，单位工业增加值能耗比2020年下降20%。"


@pytest.mark.parametrize(
    ("other", "values"),
    [
        ("市里分解到园区的任务是：到2025年，单位工业增加值能耗比2020年下降18%。", 1),
        ("《澜州市碳达峰实施方案》要求园区单位工业增加值能耗到2025年比2020年下降18%以上。", 1),
        ("园区单位工业增加值能耗到2025年比2020年下降18%。", 2),
    ],
)
def test_an_assigned_value_is_no_second_statement(tmp_path: Path, other: str, values: int) -> None:
    facts = facts_of(f"一、主要目标\n{other}\n{OWN}\n二、重点任务\n{OWN}", None, pack(tmp_path, "").vocabulary)
    assert [len(m.statements) for m in matters(facts)] == [values]
