"""Evaluation report 2010—2012 of 海临生态工业园, a park already designated; automatic chapter numbers, no data file."""

from __future__ import annotations

from corpus.builder.content import Block, Table, read_source
from corpus.builder.word import Profile
from corpus.sources.eip_lowcarbon_2009.evaluation_text import TEXT

TITLE = "海临出口加工与生态工业园国家生态工业示范园区建设绩效评估报告（2010—2012年）"
PROFILE = Profile(numbering="automatic-chapters")


def tables() -> dict[str, Table]:
    """The report's tables by key."""
    series = [
        ["年份", "工业增加值（亿元，可比价）", "综合能耗（万吨标准煤）", "单位工业增加值综合能耗（吨标准煤/万元）", "二氧化碳排放总量（万吨）"],
        ["2010年", "151.7", "72.10", "0.475", "168.4"],
        ["2011年", "169.0", "75.30", "0.446", "173.9"],
        ["2012年", "188.6", "78.40", "0.416", "178.0"],
    ]  # fmt: skip
    fuels = [
        ["能源品种", "2010年比重（%）", "2011年比重（%）", "2012年比重（%）"],
        ["煤炭", "58.4", "55.1", "52.0"],
        ["天然气", "11.2", "12.9", "14.6"],
        ["电力", "26.1", "26.8", "27.2"],
        ["风能", "4.3", "5.2", "6.2"],
        ["合计", "100.0", "100.0", "100.0"],
    ]
    return {"series": Table("表1 评估期主要数据", series), "fuels": Table("表2 评估期能源构成", fuels)}


def blocks() -> list[Block]:
    """The report's content."""
    return read_source(TEXT, {}, tables())
