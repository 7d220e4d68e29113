"""The management manual of 澄川工业园区 with its records: plain headings as a converter from Markdown makes them."""

from __future__ import annotations

from typing import Any

from corpus.builder.content import Block, Table, read_source
from corpus.builder.word import Profile
from corpus.sources.park_management import compliant_records as made
from corpus.sources.park_management.compliant_text import TEXT

TITLE = "澄川工业园区低碳管理手册"
PROFILE = Profile(numbering="none", body_font="宋体", number_captions=True)


def tables() -> dict[str, Table]:
    """The manual's tables by key, from the same records as the data file."""
    running = [g for g in made.goals() if g["year"] == 2025]
    goals = [["编号", "指标", "单位", "2024年基准值", "2025年目标值", "变化率", "范围", "负责单位"]]
    digits = {"G2": 3, "G5": 4, "G3": 0, "G6": 0, "G7": 0}
    for goal in running:
        shown = [f"{goal[k]:.{digits.get(goal['id'], 2)}f}" for k in ("base_value", "target_value")]
        goals.append(
            [
                goal["id"],
                goal["indicator"],
                goal["unit"],
                *shown,
                goal.get("change_rate", "—"),
                goal["scope"],
                goal["owner"],
            ]
        )
    levels = {"department": "部门", "enterprise": "企业", "production-link": "生产环节"}
    measures = [["编号", "对应目标", "层级", "措施", "责任单位", "开始时间", "完成期限"]]
    measures += [
        [m["id"], "、".join(m["goals"]), levels[m["level"]], m["action"], m["owner"], m["start"], m["due"]]
        for m in made.measures()
        if not m["id"].startswith("M24")
    ]
    statistics = [
        ["项目", "单位", "2024年"],
        ["能源消费总量", "吨标准煤", "54000"], ["碳排放总量", "吨二氧化碳当量", "129600"], ["工业增加值", "亿元", "28.8"],
        ["太阳能发电量", "万千瓦时", "3603"], ["水循环利用率", "%", "92"], ["工业固体废物综合利用率", "%", "96.4"],
        ["绿色建筑认证面积", "万平方米", "4.2"], ["绿色出行比例", "%", "61"],
    ]  # fmt: skip
    records = [
        ["名称", "日期", "保管人", "文件"],
        *([r["name"], r["date"], r["holder"], r["file"]] for r in made.records()),
    ]
    improvements = [["问题", "来源", "原因", "改进方案", "责任单位", "完成期限", "完成日期", "验证日期", "验证结果"]]
    improvements += [
        [
            i[k]
            for k in (
                "finding",
                "evaluation",
                "cause",
                "action",
                "owner",
                "due",
                "done_on",
                "verified_on",
                "verification_result",
            )
        ]
        for i in made.improvements()
    ]
    return {
        "goals": Table("表1 2025年低碳管理目标", goals),
        "measures": Table("表2 2025年低碳措施", measures),
        "statistics": Table("表3 2024年主要统计数据", statistics),
        "records": Table("表4 记录清单", records),
        "improvements": Table("表5 2024年度问题和改进", improvements),
    }  # fmt: skip


def blocks() -> list[Block]:
    """The manual's content."""
    return read_source(TEXT, {}, tables())


def data() -> dict[str, Any]:
    """The records that go with the manual."""
    return {
        "park": {"name": "澄川工业园区"},
        "plan_date": "2025-03-31",
        "organization": {
            "top_manager": "张维",
            "lead": {"name": "李文涛", "post": "管委会副主任", "level": "最高管理层", "appointed_by": "张维", "appointed_on": "2024-01-08"},
            "department": {
                "name": made.DEPARTMENT,
                "duties": [
                    "制定低碳运行管理基本要求", "制定和分解低碳目标", "编制低碳发展规划", "协调落实规划", "制定低碳政策和制度",
                    "协调和督促落实政策制度", "建立企业准入机制", "建立企业退出机制", "建立绩效评价体系", "公布低碳绩效和改进建议",
                    "向管委会报告低碳运行情况", "指导企业设立低碳管理部门", "考核企业低碳目标", "监督企业落实低碳政策措施",
                    "建立低碳运行管理信息系统", "组织低碳宣传", "组织低碳交流", "组织低碳培训", "与企业沟通",
                ],
                "authority": ["调取数据", "进厂检查", "责令限期整改", "提出奖惩建议"],
            },
            "duties": ["主任批准目标和资源", "副主任组织实施", "部门负责人落实本部门措施", "企业负责人对本企业数据和措施负责"],
        },
        "goals": made.goals(),
        "measures": made.measures(),
        "enterprises": made.enterprises(),
        "rules": made.rules(),
        "activities": made.activities(),
        "admission": {
            "list": "绿色低碳准入清单（2024年版）",
            "applications": [
                {"enterprise": name, "applied_on": f"20{15 + at}-02-10", "decided_on": f"20{15 + at}-04-06", "decision": "approved", "approver": "管委会", "class": "encouraged", "reasons": "符合清单，补齐产业链，已做能源和碳排放评估"}
                for at, name in enumerate(made.FIRMS)
            ],
            "exits": [{"enterprise": "澄川旧铸造厂", "on": "2024-06-30", "reason": "落后产能，按限额标准淘汰"}],
        },
        "statistics": made.statistics(),
        "evaluations": made.evaluations(),
        "improvements": made.improvements(),
        "laws": made.laws(),
        "buildings": [
            {"name": "标准厂房A", "type": "生产性", "new": True, "standard": "GB/T 50878", "rating": "二星", "date": "2024-05-20", "emissions": 410, "area": 26000},
            {"name": "管委会办公楼", "type": "公共", "new": False, "standard": "GB/T 50378", "rating": "一星", "date": "2023-11-12", "emissions": 320, "area": 16000},
        ],
        "system_modules": ["绩效数据直报", "绩效评估", "信息发布", "法规标准查询", "废弃物交换", "企业碳排放数据管理和分析"],
        "publications": [
            {"title": "2023年度低碳绩效公报", "date": "2024-04-12", "channel": "园区网站", "contains": ["园区绩效", "企业绩效", "改进措施和建议", "能源审计名单和结果", "清洁生产审核名单和结果"], "file": "公报/2023.pdf"},
            {"title": "2022年度低碳绩效公报", "date": "2023-04-14", "channel": "园区网站", "contains": ["园区绩效", "企业绩效", "改进措施和建议"], "file": "公报/2022.pdf"},
            {"title": "2024年四季度低碳运行水平", "date": "2025-01-15", "channel": "信息系统", "contains": ["园区水平", "企业水平"], "file": "公报/2024Q4.pdf"},
            {"title": "2024年度低碳运行统计报告", "date": "2025-02-21", "channel": "信息系统", "contains": ["统计报告", "企业环境报告", "社会责任报告", "可持续发展报告"], "file": "统计/2024.pdf"},
        ],
        "records": made.records(),
    }  # fmt: skip
