"""Yearly summary for 2012 of 沛湖高新技术产业开发区, a park under construction; automatic chapter numbers."""

from __future__ import annotations

from typing import Any

from corpus.builder.content import Block, Table, read_source
from corpus.builder.word import Profile
from corpus.sources.eip_lowcarbon_2009.summary_text import TEXT

TITLE = "沛湖高新技术产业开发区国家生态工业示范园区建设2012年度低碳经济工作总结"
PROFILE = Profile(numbering="typed-chinese")


def tables() -> dict[str, Table]:
    """The summary's tables by key."""
    series = [
        ["指标", "单位", "2010年", "2011年", "2012年"],
        ["工业增加值（可比价）", "亿元", "210.0", "239.4", "270.5"],
        ["综合能耗", "万吨标准煤", "88.20", "92.40", "96.10"],
        ["单位工业增加值综合能耗", "吨标准煤/万元", "0.420", "0.386", "0.355"],
        ["二氧化碳排放总量", "万吨二氧化碳", "203.50", "211.20", "216.90"],
        ["单位工业增加值二氧化碳排放", "吨二氧化碳/万元", "0.969", "0.882", "0.802"],
        ["综合能耗弹性系数", "—", "0.38", "0.34", "0.31"],
    ]
    review = [
        ["指标", "单位", "2011年度总结提出的2012年目标", "2012年完成值", "完成情况"],
        ["单位工业增加值综合能耗", "吨标准煤/万元", "0.365", "0.355", "完成"],
        ["单位工业增加值二氧化碳排放", "吨二氧化碳/万元", "0.830", "0.802", "完成"],
        ["综合能耗弹性系数", "—", "0.40", "0.31", "完成"],
    ]
    fuels = [
        ["能源品种", "2010年占比（%）", "2012年占比（%）"],
        ["煤炭", "49.8", "44.7"],
        ["天然气", "17.2", "20.6"],
        ["电力", "31.5", "32.8"],
        ["可再生能源", "1.5", "1.9"],
        ["合计", "100.0", "100.0"],
    ]
    projects = [
        ["序号", "项目名称", "实施单位", "投资（万元）", "进展"],
        ["1", "玻璃窑全氧燃烧改造", "沛湖玻璃有限公司", "4800", "2012年6月投运"],
        ["2", "热电二期背压机组和热网", "沛湖热电有限公司", "26000", "已投运"],
        ["3", "创业园屋顶光伏", "沛湖新能源公司", "4600", "4兆瓦并网，3兆瓦未开工"],
        ["4", "天然气门站扩容", "沛湖燃气公司", "3200", "完成"],
        ["5", "玻璃窑余热发电", "沛湖玻璃有限公司", "5200", "在建"],
        ["6", "低碳技术企业孵化器", "高新区创业中心", "6000", "完成"],
        ["7", "能耗在线监测平台", "高新区平台公司", "1500", "完成一期"],
        ["8", "既有建筑节能改造", "高新区建设公司", "2100", "在建，完成3.2万平方米"],
    ]
    return {
        "series": Table("表1 2010—2012年主要数据", series),
        "review": Table("表2 2012年目标完成情况", review),
        "fuels": Table("表3 能源消费构成", fuels),
        "projects": Table("表4 低碳项目进展", projects),
    }


def blocks() -> list[Block]:
    """The summary's content."""
    return read_source(TEXT, {}, tables())


def data() -> dict[str, Any]:
    """The data file that goes with the summary."""
    return {
        "park": {"name": "沛湖高新技术产业开发区", "status": "在建", "kind": "综合类"},
        "plan_date": "2013-01",
        "targets": [
            {"indicator": "单位工业增加值综合能耗", "unit": "吨标准煤/万元", "target": {"year": 2012, "value": 0.365}},
            {"indicator": "单位工业增加值二氧化碳排放", "unit": "吨二氧化碳/万元", "target": {"year": 2012, "value": 0.830}},
        ],
    }  # fmt: skip
