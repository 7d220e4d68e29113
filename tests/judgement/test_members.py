"""The members of a split tell amounts from shares."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rulekit import outcome

PLAN = """
表1 2010年能源消费结构
| 能源品种 | 消费量（万吨标准煤） | 占比（%） |
| 煤炭 | 48 | 80 |
| 天然气 | 12 | 20 |
"""


@pytest.mark.parametrize(("measure", "what"), [("amount", "60 万吨标准煤"), ("share", "100 %")])
def test_amounts_and_shares_are_told_apart(tmp_path: Path, measure: str, what: str) -> None:
    body = f"""
let 分项 = members(能源消费总量, 2010, by: 品种)
require sum(m.value for m in 分项 where m.measure = "{measure}") = {what} otherwise "不对" """
    assert outcome(tmp_path, body, PLAN).outcome == "pass"
