"""Whose park a clause speaks of, where it names one with its province."""

from __future__ import annotations

import pytest

from plancheck.facts.commitment import names_another_park

TITLE = "云泽经济技术开发区国家低碳工业园区试点实施方案"


@pytest.mark.parametrize(
    ("clause", "another"),
    [
        ("安徽澄水开发区2012年工业增加值46.80亿元", True),
        ("浙江宁波石化经济技术开发区的能耗", True),
        ("江苏省云泽经济技术开发区2012年", False),
        ("江苏云泽经开区", False),
        ("位于江苏省云泽市东北部的园区", False),
        ("在江苏省22个国家级经开区中列第9位", False),
        ("江苏省内同类园区", False),
        ("园区2012年工业增加值", False),
    ],
)
def test_a_park_with_its_province(clause: str, another: bool) -> None:
    assert names_another_park(clause, TITLE) is another


def test_a_title_without_a_park_tells_nothing() -> None:
    assert not names_another_park("安徽澄水开发区2012年工业增加值46.80亿元", "低碳试点实施方案")
