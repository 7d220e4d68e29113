"""The management manual of 南屏轻纺产业园 with its records and planted mistakes (see defects.notes.yaml)."""

from __future__ import annotations

from typing import Any

from corpus.builder.content import Block, Table, read_source
from corpus.builder.word import Profile
from corpus.sources.park_management import defects_records as made
from corpus.sources.park_management.defects_text import TEXT

TITLE = "南屏轻纺产业园低碳运行管理手册"
PROFILE = Profile(numbering="typed-chinese", body_font="仿宋_GB2312", number_captions=True)
LEVELS = {"department": "部门", "enterprise": "企业", "production-link": "生产环节"}
IMPROVEMENT = {
    "问题": "finding", "来源": "evaluation", "原因": "cause", "改进方案": "action", "责任单位": "owner", "完成期限": "due",
    "完成日期": "done_on", "验证日期": "verified_on", "验证结果": "verification_result",
}  # fmt: skip


def tables() -> dict[str, Table]:
    """The manual's tables by key, from the same records as the data file."""
    goals = [["编号", "指标", "单位", "2023年基准值", "2024年目标值", "变化率", "范围", "负责单位"]]
    goals += [
        [g["id"], g["indicator"], g["unit"], *(f"{float(g[k]):.{3 if g['id'] == 'G2' else 2}f}" for k in ("base_value", "target_value")), g["change_rate"], g["scope"], g["owner"]]
        for g in made.goals()
        if g["year"] == 2024
    ]  # fmt: skip
    measures = [["编号", "对应目标", "层级", "措施", "责任单位", "开始时间", "完成期限"]]
    measures += [
        [m["id"], "、".join(m["goals"]), LEVELS[m["level"]], m["action"], m["owner"], m["start"], m.get("due", "")]
        for m in made.measures()
        if not m["id"].startswith("M23")
    ]
    statistics = [
        ["项目", "单位", "2023年"], ["能源消费总量", "吨标准煤", "40000"], ["碳排放总量", "吨二氧化碳当量", "94000"], ["工业增加值", "亿元", "18.8"],
        ["太阳能发电量", "万千瓦时", "976"], ["水循环利用率", "%", "90"], ["工业固体废物综合利用率", "%", "94"],
        ["绿色建筑认证面积", "万平方米", "2.4"], ["绿色出行比例", "%", "55"],
    ]  # fmt: skip
    records = [["名称", "日期", "保管人", "文件"]]
    records += [[r["name"], r["date"], r["holder"], r["file"]] for r in made.records()]
    improvements = [list(IMPROVEMENT), *([i[k] for k in IMPROVEMENT.values()] for i in made.improvements())]
    return {
        "goals": Table("表1 2024年低碳管理目标", goals),
        "measures": Table("表2 2024年低碳措施", measures),
        "statistics": Table("表3 2023年主要统计数据", statistics),
        "records": Table("表4 记录清单", records),
        "improvements": Table("表5 2023年度问题和改进", improvements),
    }


def blocks() -> list[Block]:
    """The manual's content."""
    return read_source(TEXT, {}, tables())


def data() -> dict[str, Any]:
    """The records that go with the manual."""
    return {
        "park": {"name": "南屏轻纺产业园"},
        "plan_date": "2024-04-20",
        "organization": {
            "top_manager": "何嘉",
            "lead": {"name": "田颖", "post": "管委会副主任", "level": "最高管理层", "appointed_by": "何嘉", "appointed_on": "2022-02-10"},
            "department": {
                "name": made.OFFICE,
                "duties": [
                    "制定低碳运行管理基本要求和目标", "编制低碳发展规划并协调落实", "制定低碳政策制度并督促落实", "建立企业准入机制和退出机制",
                    "建立绩效评价体系", "公布低碳绩效和改进建议", "向管委会报告低碳运行情况", "指导企业设立低碳管理部门", "考核企业低碳目标",
                    "监督企业落实低碳政策措施", "建立低碳运行管理信息系统", "组织低碳宣传、交流和培训", "与企业沟通",
                ],
            },
            "duties": ["主任批准目标和资源", "副主任组织实施", "处室负责人落实本部门措施", "企业负责人对本企业数据和措施负责"],
        },
        "goals": made.goals(),
        "measures": made.measures(),
        "enterprises": made.enterprises(),
        "rules": made.rules(),
        "activities": made.activities(),
        "admission": {
            "list": "绿色低碳准入清单（2023年版）",
            "applications": [
                {"enterprise": n, "applied_on": f"20{12 + at}-02-10", "decided_on": f"20{12 + at}-04-06", "decision": "approved", "approver": "管委会", "class": "allowed", "reasons": "符合清单，补齐产业链，已做能源和碳排放评估"}
                for at, n in enumerate(made.FIRMS)
            ],
        },
        "statistics": made.statistics(),
        "evaluations": made.evaluations(),
        "improvements": made.improvements(),
        "laws": made.laws(),
        "buildings": [
            {"name": "印染2号厂房", "type": "生产性", "new": False, "standard": "GB/T 50378", "rating": "一星", "date": "2023-05-18", "area": 14000},
            {"name": "综合服务楼", "type": "公共", "new": False, "standard": "GB/T 50378", "rating": "二星", "date": "2022-09-20", "emissions": 210, "area": 10000},
        ],
        "system_modules": ["绩效数据直报", "绩效评估", "信息发布", "法规标准查询", "废弃物交换", "企业碳排放数据管理和分析"],
        "publications": [
            {"title": "2022年度低碳绩效公报", "date": "2023-04-18", "channel": "园区网站", "contains": ["园区绩效", "企业绩效", "改进措施和建议"], "file": "公报/2022.pdf"},
            {"title": "2023年度低碳绩效公报", "date": "2024-04-16", "channel": "园区网站", "contains": ["园区绩效", "企业绩效", "改进措施和建议", "能源审计名单和结果", "清洁生产审核名单"], "file": "公报/2023.pdf"},
            {"title": "2024年一季度低碳运行水平", "date": "2024-04-15", "channel": "信息系统", "contains": ["园区水平", "企业水平"], "file": "公报/2024Q1.pdf"},
            {"title": "2023年度低碳运行统计报告", "date": "2024-02-23", "channel": "信息系统", "contains": ["统计报告", "企业环境报告", "社会责任报告", "可持续发展报告"], "file": "统计/2023.pdf"},
        ],
        "records": made.records(),
    }  # fmt: skip
