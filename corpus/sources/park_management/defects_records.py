"""The records that go with the manual of 南屏轻纺产业园, planted defects included (see defects.notes.yaml)."""

from __future__ import annotations

from typing import Any

HEAT, DYEING, PAPER = "南屏热力有限公司", "锦澜印染有限公司", "泽丰纸业有限公司"
FIRMS = (HEAT, DYEING, PAPER)
OFFICE = "低碳发展办公室"
PLAN = "江南市“十四五”节能减排综合工作方案：碳排放强度五年下降19%"


def goals() -> list[dict[str, Any]]:
    """The goals of 2023 (evaluated) and of 2024 (running); the intensity goal of 2024 does not fit its rate."""
    common = {"scope": "全园区", "boundary": "全部企业和公共部分", "owner": OFFICE, "reference": PLAN}
    past = {**common, "base_year": 2022, "year": 2023, "set_on": "2022-12-20", "revised_on": "2023-04-06", "revision_reason": "依据2022年度绩效评价确认"}  # fmt: skip
    now = {**common, "base_year": 2023, "year": 2024, "set_on": "2023-12-21", "revised_on": "2024-04-08", "revision_reason": "依据2023年度绩效评价修订"}  # fmt: skip
    co2, energy = "万吨二氧化碳当量", "万吨标准煤"
    return [
        {"id": "G23-1", "name": "2023年碳排放总量", "factor": "a", "indicator": "碳排放总量", "unit": co2, "base_value": 9.70, "target_value": 9.50, "change_rate": "-2.1%", **past},
        {"id": "G23-2", "name": "2023年碳排放强度", "factor": "a", "indicator": "单位工业增加值碳排放", "unit": "吨二氧化碳当量/万元", "base_value": 0.525, "target_value": 0.510, "change_rate": "-2.9%", **past},
        {"id": "G1", "name": "碳排放总量", "factor": "a", "indicator": "碳排放总量", "unit": co2, "base_value": 9.40, "target_value": 9.20, "change_rate": "-2.1%", **now},
        {"id": "G2", "name": "碳排放强度", "factor": "a", "indicator": "单位工业增加值碳排放", "unit": "吨二氧化碳当量/万元", "base_value": "0.500", "target_value": "0.460", "change_rate": "-4.0%", **now},
        {"id": "G3", "name": "能源消费总量", "factor": "c", "indicator": "能源消费总量", "unit": energy, "base_value": 4.00, "target_value": 3.95, "change_rate": "-1.3%", **now},
    ]  # fmt: skip


def measures() -> list[dict[str, Any]]:
    """The measures of 2024 and one of 2023; that of the paper mill has no date."""
    rows: list[tuple[str, str, str, str, str, str, str | None]] = [
        ("M23-1", "G23-1 G23-2", "enterprise", "淘汰落后定形机6台", DYEING, "2023-02", "2023-09-30"),
        ("M1", "G1 G3", "enterprise", "一台20蒸吨燃煤锅炉改烧生物质", HEAT, "2024-03", "2024-10-31"),
        ("M2", "G2 G3", "enterprise", "定形机变频改造24台", DYEING, "2024-02", "2024-09-30"),
        ("M3", "G1 G3", "enterprise", "回收烘缸乏汽余热，年节能420吨标准煤", PAPER, "2024-04", None),
        ("M4", "G1", "department", "组织编制2024年碳排放清单", OFFICE, "2024-02", "2024-11-30"),
        ("M5", "G2", "department", "组织屋顶光伏备案和并网3兆瓦", "产业发展处", "2024-03", "2024-12-10"),
        ("M6", "G3", "department", "完成公共照明改造，更换灯具600盏", "建设管理处", "2024-03", "2024-08-31"),
        ("M7", "G3", "production-link", "定形：加装排气热回收4套", DYEING, "2024-05", "2024-10-31"),
        ("M8", "G3", "production-link", "烘缸：更换密闭气罩2套", PAPER, "2024-05", "2024-11-30"),
    ]  # fmt: skip
    return [
        {"id": i, "goals": g.split(), "level": level, "action": action, "owner": owner, "start": start, **({"due": due} if due else {}), **({"done_on": "2023-09-20", "status": "完成"} if i.startswith("M23") else {"status": "在建"})}
        for i, g, level, action, owner, start, due in rows
    ]  # fmt: skip


def enterprises() -> list[dict[str, Any]]:
    """The three firms; their yearly assessment of 2022 (due in early 2023) is missing."""
    energy = {HEAT: 18000, DYEING: 12500, PAPER: 8600}
    officers = {HEAT: "罗青", DYEING: "孟婷", PAPER: "卢山"}
    quota = {
        HEAT: {"product": "供热", "value": 38.6, "limit": 40.0, "unit": "千克标准煤/吉焦", "standard": "GB 35574"},
        DYEING: {"product": "棉印染布", "value": 27.5, "limit": 30.0, "unit": "千克标准煤/吨", "standard": "FZ/T 01002"},
        PAPER: {"product": "箱板纸", "value": 262, "limit": 300, "unit": "千克标准煤/吨", "standard": "GB 31825"},
    }  # fmt: skip
    return [
        {
            "name": name, "entered_on": f"20{12 + at}-06-01", "duties": ["执行手册", "报送数据", "完成目标和措施", "配合检查和核查"],
            "data_officer": officers[name], "low_carbon_department": "设备能源科", "energy_tce": energy[name],
            "key_energy_user": energy[name] >= 10000, "key_emitter": energy[name] >= 10000, "reporting_unit": True, "quota": quota[name],
            "assessments": [
                {"kind": "目标考核", "date": date, "organiser": OFFICE, "standard": "低碳管理评价考核办法", "result": "合格"}
                for date in ("2022-02-24", "2024-02-26")
            ],
        }
        for at, name in enumerate(FIRMS)
    ]  # fmt: skip


def rules() -> list[dict[str, Any]]:
    """The park's rules; admission has one, exit none."""
    names = {
        "低碳运行管理工作办法": "working", "低碳管理评价考核办法": "assessment", "企业低碳监督管理办法": "supervision",
        "低碳统计报告办法": "statistics", "企业准入管理办法": "admission", "低碳激励办法": "incentive",
    }  # fmt: skip
    return [
        {"name": n, "kind": k, "version": "1.0", "approved_by": "管委会", "approved_on": "2022-03-10", "effective_on": "2022-04-01", "file": f"制度/{n}.pdf"}
        for n, k in names.items()
    ]  # fmt: skip


def activities() -> list[dict[str, Any]]:
    """What was done in 2022 to early 2024; the only training was for statistics clerks."""
    found: list[dict[str, Any]] = []

    def add(kind: str, date: str, what: str, enterprise: str | None = None, **more: Any) -> None:
        entry = {
            "kind": kind,
            "date": date,
            "name": what,
            "organiser": OFFICE,
            "file": f"活动/{date}-{kind}.pdf",
            **more,
        }
        found.append({**entry, **({"enterprise": enterprise} if enterprise else {})})

    for at, firm in enumerate(FIRMS, 1):
        for year in (2022, 2023):
            add("energy-monitoring", f"{year}-06-1{at}", "节能监测", firm, standard="GB/T 15316", result="合格")
            add("metering-review", f"{year}-07-1{at}", "能源计量审查", firm, standard="GB/T 17166", result="合格")
            add(
                "carbon-report",
                f"{year + 1}-03-0{at}",
                f"{year}年度碳排放报告",
                firm,
                standard="GB/T 32150",
                result="已提交",
            )
            add(
                "carbon-verification",
                f"{year + 1}-03-1{at}",
                f"{year}年度碳核查",
                firm,
                standard="GB/T 32150",
                result="数据属实",
            )
        add("energy-audit", f"2022-10-1{at}", "能源审计", firm, standard="GB/T 17166", result="提出节能措施3项")
        add("diagnosis", f"2023-04-1{at}", "能效诊断", firm, result="诊断报告")
        add(
            "benchmarking",
            f"2023-05-1{at}",
            "能效对标",
            firm,
            standard="行业先进值",
            result="与先进值差5%，提出改进2项",
        )
        add(
            "standard-implementation",
            f"2023-06-2{at}",
            "强制性能耗限额和能效标准宣贯执行检查",
            firm,
            standard="GB 31825",
            result="达标",
        )
        add("inspection", f"2023-03-2{at}", "落实低碳政策措施监督检查", firm, result="合格")
        add("inspection", f"2023-09-1{at}", "重点用能企业检查", firm, result="提出整改建议1条")
        add("rectification", f"2023-12-1{at}", "整改复查", firm, result="整改完成，月节电1.1万千瓦时")
    add("notice", "2023-07-12", "2023年上半年企业低碳绩效通报", result="通报3家企业")
    add("notice", "2024-01-15", "2023年下半年企业低碳绩效通报", result="通报3家企业，要求1家整改")
    add(
        "fund-application",
        "2023-05-16",
        "协助申请节能减排专项资金：清洁生产审核、能源审计、技术改造",
        PAPER,
        result="到位180万元",
    )
    add("award", "2023-12-22", "表彰节约和综合利用先进企业和个人", PAPER, result="先进个人3名")
    add("award", "2023-12-22", "表彰绿色生产领先企业", DYEING, result="领先企业1家")
    add(
        "training",
        "2023-11-08",
        "企业统计员培训",
        participants=["3家企业统计员"],
        result="到会9人，介绍先进节能设备4项",
    )
    add("publicity", "2023-06-14", "低碳法律法规、政策和标准宣讲", participants=list(FIRMS), result="发放汇编150册")
    add("exhibition", "2023-08-24", "低碳成果展和企业座谈会", participants=list(FIRMS), result="参观300人次")
    add(
        "exchange",
        "2023-10-19",
        "走访企业和节能技术交流",
        participants=list(FIRMS),
        result="介绍国内外先进设备5项，收集意见7条",
    )
    for date in ("2023-01-16", "2023-04-17", "2023-07-17", "2023-10-16", "2024-01-15", "2024-04-15"):
        add(
            "meeting",
            date,
            "低碳联席会议",
            participants=[OFFICE, "产业发展处", "建设管理处", *FIRMS],
            result="会议纪要",
        )
    for date in ("2023-07-20", "2024-01-18"):
        add("meeting", date, "向管委会主任办公会报告低碳运行情况", result="纪要")
    return found  # fmt: skip


def statistics() -> dict[str, Any]:
    """The report of 2023 and its figures; the firms' emissions add up to 97,000 t, the total says 94,000 t."""
    source = {"year": 2023, "source": "统计系统"}
    tce = {HEAT: 18000, DYEING: 12500, PAPER: 8600, "公共部分": 900}
    co2 = {HEAT: 46000, DYEING: 30000, PAPER: 18500, "公共部分": 2500}
    fuels = {"煤炭": 14000, "天然气": 9200, "电力": 15600, "太阳能": 1200}
    rest: list[tuple[str, float, str]] = [
        ("工业增加值", 18.8, "亿元"), ("单位工业增加值碳排放", 0.500, "吨二氧化碳当量/万元"), ("用水总量", 298, "万立方米"),
        ("水循环利用率", 90, "%"), ("中水回用率", 31, "%"), ("工业固体废物综合利用率", 94, "%"), ("绿色建筑认证面积", 2.4, "万平方米"),
        ("绿色出行比例", 55, "%"), ("低碳管理制度数", 6, "项"),
    ]  # fmt: skip
    items = [
        {"indicator": "能源消费总量", "value": 40000, "unit": "吨标准煤", **source},
        *({"indicator": "能源消费总量", "enterprise": n, "value": v, "unit": "吨标准煤", **source} for n, v in tce.items()),
        *({"indicator": "能源消费量", "energy_type": n, "value": v, "unit": "吨标准煤", **source} for n, v in fuels.items()),
        {"indicator": "碳排放总量", "value": 94000, "unit": "吨二氧化碳当量", **source},
        *({"indicator": "碳排放总量", "enterprise": n, "value": v, "unit": "吨二氧化碳当量", **source} for n, v in co2.items()),
        {"indicator": "新能源利用量", "energy_type": "太阳能", "value": 976, "unit": "万千瓦时", **source},
        *({"indicator": n, "value": v, "unit": u, **source} for n, v, u in rest),
    ]  # fmt: skip
    return {
        "report": {
            "title": "2023年度低碳运行统计报告",
            "year": 2023,
            "issued_on": "2024-02-22",
            "file": "统计/2023.pdf",
        },
        "items": items,
    }


def evaluations() -> list[dict[str, Any]]:
    """The evaluations of 2022 and 2023; that of 2023 counts less carbon than the statistics, and found F3."""
    how = {"criteria": "低碳管理评价考核办法附表：10项指标和评分标准", "method": "统计核算加现场核查，第三方复核"}
    found: list[dict[str, Any]] = []
    for year in (2022, 2023):
        now = year == 2023
        common = {"year": year, **how}
        report = {"based_on": f"{year}年度低碳运行统计报告"}
        found.append(
            {
                "id": f"C{year}",
                "kind": "compliance",
                "scope": "park",
                "date": f"{year + 1}-01-18",
                "based_on": "法规标准清单、检查记录",
                "findings": ["F1"] if now else [],
                "result": "符合",
                **common,
            }
        )
        found.append(
            {
                "id": f"P{year}",
                "kind": "performance",
                "scope": "park",
                "date": f"{year + 1}-03-25",
                "findings": ["F2", "F3"] if now else [],
                "result": "目标完成",
                "values": {"G23-1": 9.10, "G23-2": 0.500} if now else {},
                **report,
                **common,
            }
        )
        found += [
            {
                "id": f"P{year}-{at}",
                "kind": "performance",
                "scope": "enterprise",
                "enterprise": firm,
                "date": f"{year + 1}-03-22",
                "result": "合格",
                **report,
                **common,
            }
            for at, firm in enumerate(FIRMS, 1)
        ]
    return found  # fmt: skip


def improvements() -> list[dict[str, Any]]:
    """What became of F1 and F2; F3 is nowhere."""
    return [
        {"finding": "F1", "evaluation": "C2023", "cause": "清单更新不及时，印染公司仍用旧版限额标准", "action": "更新清单，组织印染公司换版贯标", "owner": OFFICE, "due": "2024-02-28", "done_on": "2024-02-26", "verified_on": "2024-03-18", "verification_result": "已按新版标准执行，符合要求"},
        {"finding": "F2", "evaluation": "P2023", "cause": "纸业公司蒸汽疏水阀漏汽，单位能耗偏高", "action": "更换疏水阀38只", "owner": PAPER, "due": "2024-04-10", "done_on": "2024-04-06", "verified_on": "2024-04-12", "verification_result": "单位产品能耗由271降到262千克标准煤/吨，低于目标265"},
    ]  # fmt: skip


def records() -> list[dict[str, Any]]:
    """The list of records; none on the factors that matter (kind d)."""
    names = [
        ("a", "南屏轻纺产业园低碳发展规划及编制审批文件", "2021-10-15"), ("b", "产业政策和法规执行情况证明", "2024-01-18"),
        ("c", "管理制度及制定审批文件", "2022-03-10"), ("c", "低碳运行管理负责人任命文件", "2022-02-10"),
        ("e", "2024年低碳工作计划和执行登记", "2024-01-12"), ("e", "2023年度绩效评价报告", "2024-03-25"),
        ("e", "2023年度低碳运行统计报告", "2024-02-22"), ("f", "会议、培训资料和照片", "2024-04-15"), ("g", "信息系统运行证明", "2023-12-28"),
        ("h", "第三方碳核查文件", "2024-03-13"), ("i", "标准执行证明", "2024-01-18"), ("j", "法规标准清单", "2024-02-26"),
    ]  # fmt: skip
    return [{"kind": k, "name": n, "date": d, "holder": OFFICE, "file": f"档案/{n}.pdf"} for k, n, d in names]


def laws() -> list[dict[str, Any]]:
    """Laws, policies and standards that apply, checked in January 2024."""
    rows = [
        ("law", "中华人民共和国节约能源法", "主席令第77号", "2018-10-26"), ("policy", "江南市“十四五”节能减排综合工作方案", "江政发〔2022〕8号", "2022-05-20"),
        ("standard", "节能监测技术通则", "GB/T 15316", "2010-03-01"), ("standard", "企业能源审计技术通则", "GB/T 17166", "2019-07-01"),
        ("standard", "制浆造纸单位产品能源消耗限额", "GB 31825", "2015-11-01"),
    ]  # fmt: skip
    return [
        {"type": t, "name": n, "number": no, "effective_on": e, "checked_on": "2024-01-10", "result": "适用，已执行"}
        for t, n, no, e in rows
    ]
