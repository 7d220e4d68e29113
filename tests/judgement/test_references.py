"""References to annexes that a plan does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancheck.core.outcome import Outcome
from tests.rulekit import outcome

BODY = 'let 缺 = dangling(in: 保障章)\nrequire count(缺) = 0 otherwise "缺{缺}"'


@pytest.mark.parametrize(
    ("said", "annexes", "missing"),
    [
        ("项目明细见附件2。", "附件1 边界图\n附件2 项目明细", ""),
        ("项目明细见附件2。", "附件1 边界图", "附件2"),
        ("详见附件一、附件二和附件三。", "附件一 边界图\n附件二 项目明细", "附件3"),
        ("项目明细见附件2。", "1. 边界图\n2. 项目明细", ""),
        ("项目明细见附件2。", "（一）附件1 边界图\n四至如下。\n（二）附件2 项目明细\n共三项。", ""),
        ("项目明细见附件2。", "（一）附件1 边界图\n四至如下。\n坐标如下。", "附件2"),
        ("项目明细见附件3。", "1. 边界图\n2. 项目明细", "附件3"),
        ("核算方法见《通知》附件2。", "附件1 边界图", ""),
        ("核算方法见通知附件2-3。", "附件1 边界图", ""),
        ("汇总（附表1）。", "附表1 汇总表", ""),
        ("附件2没有单独引用。", "附件1 边界图", ""),
    ],
)
def test_annexes_that_are_not_there(tmp_path: Path, said: str, annexes: str, missing: str) -> None:
    plan = f"一、园区概况\n{said}\n二、保障措施\n{annexes}\n"
    found = outcome(tmp_path, BODY, plan)
    assert found.outcome is (Outcome.FAIL if missing else Outcome.PASS)
    assert missing in str(found)
