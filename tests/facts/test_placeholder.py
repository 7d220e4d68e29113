"""Placeholders say nothing; answers such as 无 and 同上 do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.facts.placeholder import is_placeholder, substance

PLACEHOLDERS = """略 （略） 略。 从略 内容略 具体内容略 待补充 待定 待完善 待填写 尚待补充 （待补充） 暂无数据 暂无 XX XXX xx万元 ＸＸ ×× XX万元 约××亿元
—— - — / \\ 【】 （） [] ____ …… ... N/A TBD 无数据 空白 本章内容待补充。 此处填写投资额 请填写项目名称 （此处插入园区区位图） 后续补充 另行补充
20××年 20XX年X月 □ *** ？？ 正在编制中 数据正在统计中 XX年XX月 【待补充】"""
CONTENT = """同上 无 0 是 否 余热利用 XX有限公司 2014.5 空调 待建项目 空压机改造 10000 5×2.5MW √ 填写统计台账 补充水源 略有下降 X光检测 -5 1.2
见附件 企业自筹 2014—2016 20万元 一期 中水回用 统计中心 空白支票 编制清单 占地面积 无纸化办公 待岗人员培训 A"""


@pytest.mark.parametrize("text", [*PLACEHOLDERS.split(), "", "  ", "\n"])
def test_placeholders(text: str) -> None:
    assert is_placeholder(text)
    assert substance(text) == 0


@pytest.mark.parametrize("text", CONTENT.split())
def test_content(text: str) -> None:
    assert not is_placeholder(text)
    assert substance(text) > 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("园区位于东部。", 6),
        ("园区位于东部。具体内容待补充。", 6),
        ("略。略。", 0),
        ("建设10兆瓦光伏，年发电1000万千瓦时。", 19),
        ("总投资XX万元。", 0),
        ("园区总产值达到XX亿元，由装备制造带动", 16),
    ],
)
def test_substance_counts_what_is_said(text: str, count: int) -> None:
    assert substance(text) == count


@given(st.text(max_size=120))
def test_any_text_has_a_substance_of_at_most_its_length(text: str) -> None:
    assert 0 <= substance(text) <= len(text)
    is_placeholder(text)
