"""Self-evaluation and application for acceptance of 四川沱源经济技术开发区, against the indicators of plan compliant."""

from __future__ import annotations

from typing import Any

from corpus.builder.content import Block, Table, read_source
from corpus.builder.word import Profile
from corpus.sources.sichuan_nzc_2022 import compliant_numbers as n

TITLE = "四川沱源经济技术开发区近零碳排放园区试点自评价报告"
PROFILE = Profile(numbering="typed-chinese")
REACHED = {
    "碳排放总量": "19.62", "单位工业增加值二氧化碳排放": "0.203", "单位工业增加值能耗": "0.306", "能源产出率": "3.27",
    "可再生能源占比": "47.2", "煤炭消费量": "0", "清洁能源占比": "98.4", "亩均工业增加值": "88.6", "绿色低碳产业产值占比": "38.9",
    "清洁生产审核实施率": "100", "工业固体废物综合利用率": "95.6", "工业用水重复利用率": "90.4", "再生水回用率": "35.8",
    "新建建筑中绿色建筑比例": "100", "新能源货运车辆占比": "41.0", "能耗和碳排放在线监测企业覆盖率": "100",
    "绿氢掺烧比例": "5.0", "零碳工厂数量": "4",
}  # fmt: skip
TASKS = ("建立降碳管理机制", "促进能源低碳转型", "推动节能低碳发展")
TEXT = """
= 四川沱源经济技术开发区近零碳排放园区试点自评价报告
~ 四川沱源经济技术开发区管理委员会
~ 2025年12月20日
---
# 总体情况
试点建设期为2022年至2025年。经自评价，各项建设目标均已达到，现一并提交验收申请（见附件）。
# 建设目标完成情况
指标完成情况见表1，数据来自园区碳排放核算报告，由第三方机构核查。
!table targets
# 重点任务完成情况
## 建立降碳管理机制
碳管理科已设立，专职人员4名到位；能源管理办法、碳排放管理办法已印发，61家企业接入能碳管理平台，印发文件见附件2。
## 促进能源低碳转型
光伏58兆瓦已全部并网，燃煤锅炉已拆除，生物质锅炉投入运行；2025年绿电交易电量7.3亿千瓦时，合同和并网验收文件见附件2。
## 推动节能低碳发展
节能诊断、清洁生产审核已完成，窑炉改造竣工，再生水设施投运，监测数据和竣工验收文件见附件2。
# 重点项目完成情况
13个项目均已完成，见表2。
!table projects
# 附件
## 附件1 验收申请
沱源市生态环境局、沱源市经济和信息化局：我区已完成近零碳排放园区试点建设任务，各项目标达到验收要求，现提出验收申请，请予审查。
## 附件2 完成情况证明文件目录
共47份，包括竣工验收文件、投运证明、照片和检测报告。
"""


def blocks() -> list[Block]:
    """The report's content."""
    rows = [["指标名称", "单位", "2020年基准值", "2025年目标值", "2025年完成值"]]
    rows += [[i.name, i.unit, i.base, i.target, REACHED[i.name]] for i in n.INDICATORS if i.name in REACHED]
    projects = [["项目名称", "建设内容", "建设主体", "建设周期", "完成情况"]]
    projects += [[p.name, p.content, p.owner, p.period, "已完成"] for p in n.PROJECTS]
    tables = {"targets": Table("表1 建设目标完成情况", rows), "projects": Table("表2 重点项目完成情况", projects)}
    return read_source(TEXT, {}, tables)


def data() -> dict[str, Any]:
    """The data file: what the plan had promised."""
    return {
        "park": {"name": "四川沱源经济技术开发区", "applicant": "四川沱源经济技术开发区管理委员会"},
        "plan_date": "2025-12-20",
        "construction_period": "2022-2025",
        "targets": [
            {"indicator": i.name, "unit": i.unit, "base": {"year": 2020, "value": i.base}, "target": {"year": 2025, "value": i.target}}
            for i in n.INDICATORS
            if i.name in REACHED
        ],
        "tasks": [{"name": name} for name in TASKS],
    }  # fmt: skip
