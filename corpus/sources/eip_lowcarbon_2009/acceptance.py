"""Acceptance report of 东屿循环经济产业园 with planned and reached values; headings without numbers."""

from __future__ import annotations

from typing import Any

from corpus.builder.content import Block, Table, read_source
from corpus.builder.word import Profile
from corpus.sources.eip_lowcarbon_2009.acceptance_text import TEXT

TITLE = "东屿循环经济产业园创建国家生态工业示范园区考核验收报告"
PROFILE = Profile(numbering="none")


def tables() -> dict[str, Table]:
    """The report's tables by key."""
    review = [
        ["指标", "单位", "标准值", "规划目标值", "2014年完成值", "是否达标"],
        ["单位工业增加值综合能耗", "吨标准煤/万元", "≤0.5", "0.440", "0.409", "达标"],
        ["综合能耗弹性系数", "—", "<0.6", "0.50", "0.33", "达标"],
        ["单位工业增加值二氧化碳排放", "吨二氧化碳/万元", "—", "0.980", "0.921", "达标"],
        ["可再生能源占比", "%", "—", "3.0", "3.4", "达标"],
    ]
    series = [
        ["指标", "单位", "2010年", "2013年", "2014年"],
        ["工业增加值（可比价）", "亿元", "62.0", "88.5", "97.0"],
        ["综合能耗", "万吨标准煤", "34.80", "38.45", "39.68"],
        ["单位工业增加值综合能耗", "吨标准煤/万元", "0.561", "0.434", "0.409"],
        ["二氧化碳排放总量", "万吨二氧化碳", "86.20", "88.10", "89.30"],
        ["单位工业增加值二氧化碳排放", "吨二氧化碳/万元", "1.390", "0.995", "0.921"],
    ]
    fuels = [
        ["能源品种", "2010年占比（%）", "2014年占比（%）"],
        ["煤炭", "41.0", "19.0"],
        ["天然气", "8.0", "32.0"],
        ["电力", "50.2", "45.6"],
        ["太阳能", "0.8", "3.4"],
        ["合计", "100.0", "100.0"],
    ]
    projects = [
        ["序号", "项目名称", "实施单位", "投资（万元）", "完成情况"],
        ["1", "蓄热式熔炼炉改造", "东屿铜业有限公司", "8600", "2013年建成"],
        ["2", "烟气余热集中供热站", "东屿热力有限公司", "7200", "2014年投运"],
        ["3", "标准厂房屋顶光伏", "东屿新能源有限公司", "14400", "2014年并网"],
        ["4", "园区天然气管网", "东屿燃气有限公司", "5300", "已建成"],
    ]
    return {
        "review": Table("表1 低碳指标完成情况", review),
        "series": Table("表2 主要数据", series),
        "fuels": Table("表3 能源消费构成", fuels),
        "projects": Table("表4 低碳项目完成情况", projects),
    }


def blocks() -> list[Block]:
    """The report's content."""
    return read_source(TEXT, {}, tables())


def data() -> dict[str, Any]:
    """The data file that goes with the report: the targets as planned."""
    return {
        "park": {"name": "东屿循环经济产业园", "status": "在建", "kind": "行业类"},
        "plan_date": "2015-10",
        "targets": [
            {"indicator": "单位工业增加值综合能耗", "unit": "吨标准煤/万元", "target": {"year": 2015, "value": 0.440}},
            {"indicator": "单位工业增加值二氧化碳排放", "unit": "吨二氧化碳/万元", "target": {"year": 2015, "value": 0.980}},
        ],
    }  # fmt: skip
