"""The records that go with the manual of 澄川工业园区: the data file's parts, numbers in keeping with the manual's tables."""

from __future__ import annotations

from typing import Any

POWER, MACHINES, CASTING, BUILDING = "云州热电有限公司", "恒阳机械有限公司", "澄川铸造有限公司", "绿原建材有限公司"
FIRMS = (POWER, MACHINES, CASTING, BUILDING)
DEPARTMENT = "综合管理部"
PLAN = "云州市“十四五”应对气候变化规划：碳排放强度五年下降18%"


def goals() -> list[dict[str, Any]]:
    """The goals of 2024 (evaluated) and of 2025 (running)."""
    common = {"scope": "全园区", "boundary": "全部企业和公共部分", "owner": DEPARTMENT, "reference": PLAN}
    past = {
        **common,
        "base_year": 2023,
        "year": 2024,
        "set_on": "2023-12-18",
        "revised_on": "2024-03-08",
        "revision_reason": "依据2023年度绩效评价确认",
    }
    now = {
        **common,
        "base_year": 2024,
        "year": 2025,
        "set_on": "2024-12-20",
        "revised_on": "2025-03-05",
        "revision_reason": "依据2024年度绩效评价修订",
    }
    return [
        {"id": "G24-1", "name": "2024年碳排放总量", "factor": "a", "indicator": "碳排放总量", "unit": "万吨二氧化碳当量", "base_value": 13.20, "target_value": 13.00, "change_rate": "-1.5%", **past},
        {"id": "G24-2", "name": "2024年碳排放强度", "factor": "a", "indicator": "单位工业增加值碳排放", "unit": "吨二氧化碳当量/万元", "base_value": 0.470, "target_value": 0.455, "change_rate": "-3.2%", **past},
        {"id": "G24-3", "name": "2024年能源消费总量", "factor": "c", "indicator": "能源消费总量", "unit": "万吨标准煤", "base_value": 5.48, "target_value": 5.45, "change_rate": "-0.5%", **past},
        {"id": "G1", "name": "碳排放总量", "factor": "a", "indicator": "碳排放总量", "unit": "万吨二氧化碳当量", "base_value": 12.96, "target_value": 12.70, "change_rate": "-2.0%", **now},
        {"id": "G2", "name": "碳排放强度", "factor": "a", "indicator": "单位工业增加值碳排放", "unit": "吨二氧化碳当量/万元", "base_value": 0.450, "target_value": 0.432, "change_rate": "-4.0%", **now},
        {"id": "G3", "name": "甲烷排放", "factor": "b", "indicator": "污水处理甲烷排放量", "unit": "吨二氧化碳当量", "base_value": 3360, "target_value": 3080, "change_rate": "-8.3%", **now},
        {"id": "G4", "name": "能源消费总量", "factor": "c", "indicator": "能源消费总量", "unit": "万吨标准煤", "base_value": 5.40, "target_value": 5.35, "change_rate": "-0.9%", **now},
        {"id": "G5", "name": "能耗强度", "factor": "c", "indicator": "单位工业增加值能耗", "unit": "吨标准煤/万元", "base_value": 0.1875, "target_value": 0.1820, "change_rate": "-2.9%", **now},
        {"id": "G6", "name": "清洁生产审核", "factor": "d", "indicator": "完成清洁生产审核的企业数", "unit": "家", "base_value": 1, "target_value": 2, **now},
        {"id": "G7", "name": "在线监测覆盖率", "factor": "e", "indicator": "碳排放在线监测覆盖率", "unit": "%", "base_value": 75, "target_value": 100, **now},
    ]  # fmt: skip


def measures() -> list[dict[str, Any]]:
    """The measures of 2025, and four of 2024 that are done."""
    rows: list[tuple[str, str, str, str, str, str, str | None, str]] = [
        ("M24-1", "G24-1 G24-2 G24-3", "enterprise", "拆除2台小锅炉，改由集中供热", BUILDING, "2024-02", "2024-10-20", "完成"),
        ("M24-2", "G24-1", "department", "编制2024年碳排放清单", DEPARTMENT, "2024-01", "2024-02-26", "完成"),
        ("M24-3", "G24-2", "department", "按绿色评价意见改进标准厂房A：增设采光带，更换LED灯具420盏", "规划建设部", "2024-06", "2024-11-08", "完成"),
        ("M24-4", "G24-2", "department", "按绿色评价的改进清单改造管委会办公楼：空调加装分项计量", "规划建设部", "2024-03", "2024-08-22", "完成"),
        ("M1", "G1 G4", "enterprise", "淘汰一台10蒸吨燃煤锅炉，改用天然气", POWER, "2025-04", None, "在建"),
        ("M2", "G2 G5", "enterprise", "热处理炉烟气余热发电1.2兆瓦", MACHINES, "2025-02", None, "在建"),
        ("M3", "G1 G5", "enterprise", "中频炉改造2台，节能900吨标准煤", CASTING, "2025-03", None, "在建"),
        ("M4", "G4 G6", "enterprise", "完成清洁生产审核，窑炉保温改造1条线", BUILDING, "2025-01", None, "在建"),
        ("M5", "G3", "department", "督促污水处理厂建成沼气发电机组300千瓦", "规划建设部", "2025-01", None, "在建"),
        ("M6", "G7", "department", "在线监测接入全部4家企业，安装采集点62个", DEPARTMENT, "2025-01", None, "在建"),
        ("M7", "G2", "department", "组织屋顶光伏备案和并网6兆瓦", "经济发展部", "2025-01", None, "在建"),
        ("M8", "G1 G4", "production-link", "锅炉：加装烟气余热回收，排烟温度降到110摄氏度", POWER, "2025-05", None, "在建"),
        ("M9", "G5", "production-link", "烘干：改用高温热泵2台", BUILDING, "2025-03", None, "在建"),
    ]  # fmt: skip
    due = {"M24-1": "2024-10-31", "M24-2": "2024-02-28", "M24-3": "2024-11-30", "M24-4": "2024-08-31", "M1": "2025-10-31", "M2": "2025-11-30", "M3": "2025-09-30", "M4": "2025-12-15", "M5": "2025-11-30", "M6": "2025-06-30", "M7": "2025-12-20", "M8": "2025-10-31", "M9": "2025-08-31"}  # fmt: skip
    return [
        {"id": i, "goals": g.split(), "level": level, "action": action, "owner": owner, "start": start, "due": due[i], **({"done_on": done} if done else {}), "status": status}
        for i, g, level, action, owner, start, done, status in rows
    ]  # fmt: skip


def enterprises() -> list[dict[str, Any]]:
    """The four firms: duties, officers, quotas, systems, assessments of both years."""
    energy = {POWER: 21000, MACHINES: 6800, CASTING: 15200, BUILDING: 9400}
    officers = {POWER: "陈立", MACHINES: "周敏", CASTING: "吴刚", BUILDING: "何洁"}
    quota = {
        POWER: {"product": "供热", "value": 38.2, "limit": 40.0, "unit": "千克标准煤/吉焦", "standard": "GB 35574"},
        MACHINES: {"product": "热处理件", "value": 310, "limit": 340, "unit": "千克标准煤/吨", "standard": "DB33/ 热处理能耗限额"},
        CASTING: {"product": "铸铁件", "value": 365, "limit": 390, "unit": "千克标准煤/吨", "standard": "GB 29436"},
        BUILDING: {"product": "蒸压砖", "value": 21.5, "limit": 24, "unit": "千克标准煤/吨", "standard": "GB 30526"},
    }  # fmt: skip
    return [
        {
            "name": name, "entered_on": f"20{15 + at}-06-01", "duties": ["执行手册", "报送数据", "完成目标和措施", "配合检查和核查"],
            "data_officer": officers[name], "low_carbon_department": "能源环保科", "energy_tce": energy[name],
            "key_energy_user": energy[name] >= 10000, "key_emitter": energy[name] >= 10000, "key_link": name in (POWER, BUILDING),
            "reporting_unit": True, "quota": quota[name], "ems_certificate": "有" if name == POWER else None,
            "assessments": [
                {"kind": "目标考核", "date": "2024-02-26", "organiser": DEPARTMENT, "standard": "低碳管理评价考核办法", "result": "合格"},
                {"kind": "目标考核", "date": "2025-02-27", "organiser": DEPARTMENT, "standard": "低碳管理评价考核办法", "result": "优秀" if name == MACHINES else "合格"},
            ],
        }
        for at, name in enumerate(FIRMS)
    ]  # fmt: skip


def rules() -> list[dict[str, Any]]:
    """The park's own rules."""
    names = {
        "低碳运行管理工作办法": "working", "低碳管理评价考核办法": "assessment", "企业低碳监督管理办法": "supervision",
        "低碳统计报告办法": "statistics", "企业准入与退出管理办法": "admission", "低碳激励办法": "incentive",
        "澄川工业园区低碳管理手册": "basic-requirements",
    }  # fmt: skip
    return [
        {"name": name, "kind": kind, "version": "2.0" if kind == "basic-requirements" else "1.0", "approved_by": "管委会",
         "approved_on": "2025-03-06" if kind == "basic-requirements" else "2024-01-05",
         "effective_on": "2025-03-10" if kind == "basic-requirements" else "2024-02-01", "file": f"制度汇编/{name}.pdf"}
        for name, kind in names.items()
    ]  # fmt: skip


def activities() -> list[dict[str, Any]]:
    """What was done with the enterprises and for the public in 2023 to early 2025."""
    found: list[dict[str, Any]] = []

    def add(kind: str, date: str, what: str, enterprise: str | None = None, **more: Any) -> None:
        entry = {
            "kind": kind,
            "date": date,
            "name": what,
            "organiser": DEPARTMENT,
            "file": f"活动/{date}-{kind}.pdf",
            **more,
        }
        found.append({**entry, **({"enterprise": enterprise} if enterprise else {})})

    for at, firm in enumerate(FIRMS):
        for year in (2023, 2024):
            add("energy-monitoring", f"{year}-0{5 + at}-12", "年度节能监测", firm, standard="GB/T 15316", result="合格")
            add("metering-review", f"{year}-0{5 + at}-20", "能源计量审查", firm, standard="GB 17167", result="合格")
            add(
                "carbon-report",
                f"{year + 1}-03-{10 + at}",
                f"{year}年度碳排放报告",
                firm,
                standard="GB/T 32150",
                result="已提交",
            )
            add(
                "carbon-verification",
                f"{year + 1}-03-{20 + at}",
                f"{year}年度碳核查",
                firm,
                standard="GB/T 32150",
                result="差异0.4%，已更正",
            )
        add("energy-audit", f"2023-1{at % 2}-1{at}", "能源审计", firm, standard="GB/T 17166", result="提出节能措施5项")
        add("diagnosis", f"2024-04-1{at}", "能效诊断", firm, result="诊断报告")
        add(
            "benchmarking",
            f"2024-05-2{at}",
            "能效对标",
            firm,
            standard="行业先进值",
            result="与行业先进值差4%，提出改进2项",
        )
        add(
            "standard-implementation",
            f"2024-06-0{at + 3}",
            "强制性能耗限额和能效标准宣贯执行检查",
            firm,
            standard="GB 29436",
            result="达标",
        )
        add("inspection", f"2024-03-1{at}", "落实低碳政策措施监督检查", firm, result="合格")
        add("inspection", f"2024-09-1{at}", "重点用能企业检查", firm, result="提出整改建议2条")
        add("rectification", f"2024-12-1{at}", "整改复查", firm, result="整改完成，月节电1.8万千瓦时")
    add("notice", "2024-07-10", "2024年上半年企业低碳绩效通报", result="通报4家企业")
    add("notice", "2025-01-12", "2024年下半年企业低碳绩效通报", result="通报4家企业，要求1家整改")
    add(
        "fund-application",
        "2024-04-22",
        "协助申请节能减排专项资金：清洁生产审核、能源审计",
        CASTING,
        result="到位160万元",
    )
    add("fund-application", "2024-05-08", "协助申请节能技术改造资金", MACHINES, result="到位200万元")
    add("award", "2024-12-26", "表彰节约和综合利用先进企业和个人", BUILDING, result="先进个人5名")
    add("award", "2024-12-26", "表彰绿色生产领先企业", MACHINES, result="领先企业1家")
    add("training", "2024-03-28", "企业高层管理人员低碳培训", participants=["4家企业总经理"], result="到会8人")
    add("training", "2025-03-12", "企业高层管理人员低碳培训", participants=["4家企业总经理"], result="到会9人")
    add("publicity", "2024-06-05", "低碳法律法规、政策和标准宣讲", result="发放汇编200册")
    add("publicity", "2024-08-25", "低碳展会和企业座谈会", result="参观600人次")
    add("exchange", "2024-10-18", "企业节能技术交流", result="介绍先进设备6项")
    add("exchange", "2024-11-20", "走访企业和座谈", result="收集意见9条")
    add("technology", "2024-09-25", "国内外先进节能技术设备介绍会", result="6项技术")
    for date in ("2024-01-15", "2024-04-15", "2024-07-15", "2024-10-15", "2025-01-15"):
        add(
            "meeting",
            date,
            "低碳工作联席会议",
            participants=[DEPARTMENT, "经济发展部", "规划建设部", *FIRMS],
            result="会议纪要",
        )
    for date in ("2024-07-20", "2025-01-20"):
        add("meeting", date, "向管委会主任办公会报告低碳运行情况", result="纪要")
    return found


def statistics() -> dict[str, Any]:
    """The report of 2024 and its figures: by firm, by fuel and the other items."""
    source = {"year": 2024, "source": "统计系统"}
    tce = {POWER: 21000, MACHINES: 6800, CASTING: 15200, BUILDING: 9400, "公共部分": 1600}
    co2 = {POWER: 52000, MACHINES: 16000, CASTING: 36200, BUILDING: 22000, "公共部分": 3400}
    fuels = {"煤炭": 16740, "天然气": 12960, "电力": 19872, "太阳能": 4428}
    items: list[dict[str, Any]] = [
        {"indicator": "能源消费总量", "value": 54000, "unit": "吨标准煤", **source},
        *({"indicator": "能源消费总量", "enterprise": n, "value": v, "unit": "吨标准煤", **source} for n, v in tce.items()),
        *({"indicator": "能源消费量", "energy_type": n, "value": v, "unit": "吨标准煤", **source} for n, v in fuels.items()),
        {"indicator": "碳排放总量", "value": 129600, "unit": "吨二氧化碳当量", **source},
        *({"indicator": "碳排放总量", "enterprise": n, "value": v, "unit": "吨二氧化碳当量", **source} for n, v in co2.items()),
        {"indicator": "工业增加值", "value": 28.8, "unit": "亿元", **source},
        {"indicator": "单位工业增加值碳排放", "value": 0.450, "unit": "吨二氧化碳当量/万元", **source},
        {"indicator": "单位工业增加值能耗", "value": 0.1875, "unit": "吨标准煤/万元", **source},
        {"indicator": "污水处理甲烷排放量", "value": 3360, "unit": "吨二氧化碳当量", **source},
        {"indicator": "新能源利用量", "energy_type": "太阳能", "value": 3603, "unit": "万千瓦时", **source},
        {"indicator": "用水总量", "value": 172, "unit": "万立方米", **source},
        {"indicator": "水循环利用率", "value": 92, "unit": "%", **source},
        {"indicator": "中水回用率", "value": 38, "unit": "%", **source},
        {"indicator": "工业固体废物综合利用率", "value": 96.4, "unit": "%", **source},
        {"indicator": "绿色建筑认证面积", "value": 4.2, "unit": "万平方米", **source},
        {"indicator": "绿色出行比例", "value": 61, "unit": "%", **source},
        {"indicator": "低碳管理制度数", "value": 7, "unit": "项", **source},
        {"indicator": "完成清洁生产审核的企业数", "value": 1, "unit": "家", **source},
        {"indicator": "碳排放在线监测覆盖率", "value": 75, "unit": "%", **source},
    ]  # fmt: skip
    report = {
        "title": "2024年度低碳运行统计报告",
        "year": 2024,
        "issued_on": "2025-02-20",
        "file": "统计/2024年度低碳运行统计报告.pdf",
    }
    return {"report": report, "items": items}


def evaluations() -> list[dict[str, Any]]:
    """The compliance evaluation and the performance evaluations of 2024, and those of the year before."""
    how = {"criteria": "低碳管理评价考核办法附表：12项指标和评分标准", "method": "统计核算和现场核查相结合，第三方复核"}
    found: list[dict[str, Any]] = []
    for year, report in ((2023, "2023年度低碳运行统计报告"), (2024, "2024年度低碳运行统计报告")):
        found.append(
            {
                "id": f"C{year}",
                "kind": "compliance",
                "scope": "park",
                "year": year,
                "date": f"{year + 1}-01-16",
                "based_on": "法规标准清单、检查记录",
                "findings": ["F1"] if year == 2024 else [],
                "result": "符合",
                **how,
            }
        )
        values = {"G24-1": 12.96, "G24-2": 0.450, "G24-3": 5.40} if year == 2024 else {}
        found.append(
            {
                "id": f"P{year}",
                "kind": "performance",
                "scope": "park",
                "year": year,
                "date": f"{year + 1}-02-28",
                "based_on": report,
                "values": values,
                "findings": ["F2"] if year == 2024 else [],
                "result": "目标完成",
                **how,
            }
        )
        found += [
            {
                "id": f"P{year}-{at}",
                "kind": "performance",
                "scope": "enterprise",
                "enterprise": firm,
                "year": year,
                "date": f"{year + 1}-02-27",
                "based_on": report,
                "result": "合格",
                **how,
            }
            for at, firm in enumerate(FIRMS, 1)
        ]
    return found  # fmt: skip


def improvements() -> list[dict[str, Any]]:
    """What was found in the evaluations of 2024, and what became of it."""
    return [
        {"finding": "F1", "evaluation": "C2024", "cause": "法规标准清单更新不及时，铸造公司仍用旧版限额标准", "action": "修订清单，组织铸造公司换版贯标", "owner": DEPARTMENT, "due": "2025-02-15", "done_on": "2025-02-12", "verified_on": "2025-03-01", "verification_result": "已按新版标准执行，符合要求"},
        {"finding": "F2", "evaluation": "P2024", "cause": "建材公司烘干工序蒸汽管道保温破损，能耗偏高", "action": "更换保温120米", "owner": BUILDING, "due": "2025-03-06", "done_on": "2025-03-05", "verified_on": "2025-03-08", "verification_result": "单位产品能耗由22.4降到21.5千克标准煤/吨，低于目标22.0"},
    ]  # fmt: skip


def records() -> list[dict[str, Any]]:
    """The list of records, kinds a to j; the manual shows it too."""
    names = [
        ("a", "澄川工业园区低碳发展规划及编制审批文件", "2021-11-20"), ("b", "产业政策和法规执行情况证明", "2025-01-16"),
        ("c", "管理制度及制定审批文件", "2024-01-05"), ("c", "低碳运行管理负责人任命文件", "2024-01-08"),
        ("d", "重要低碳影响因素清单", "2024-12-10"), ("e", "2025年低碳工作方案和落实台账", "2025-01-10"),
        ("e", "2024年度绩效评价报告", "2025-02-28"), ("e", "2024年度低碳运行统计报告", "2025-02-20"),
        ("f", "会议、培训资料和照片", "2025-03-12"), ("g", "信息系统运行证明", "2024-12-30"),
        ("h", "能源管理体系认证和第三方核查文件", "2025-03-24"), ("i", "标准执行证明", "2025-01-16"),
        ("j", "法规标准清单", "2025-02-12"),
    ]  # fmt: skip
    return [{"kind": k, "name": n, "date": d, "holder": DEPARTMENT, "file": f"档案/{n}.pdf"} for k, n, d in names]


def laws() -> list[dict[str, Any]]:
    """Laws, policies and standards that apply, with the check of early 2025."""
    rows = [
        ("law", "中华人民共和国节约能源法", "", "2018-10-26"), ("law", "碳排放权交易管理暂行条例", "国务院令第775号", "2024-05-01"),
        ("policy", "云州市“十四五”应对气候变化规划", "云政发〔2021〕30号", "2021-10-15"), ("standard", "节能监测技术通则", "GB/T 15316", "2010-03-01"),
        ("standard", "用能单位能源计量器具配备和管理通则", "GB 17167", "2007-01-01"), ("standard", "企业能源审计技术通则", "GB/T 17166", "2019-07-01"),
    ]  # fmt: skip
    return [
        {
            "type": t,
            "name": n,
            **({"number": no} if no else {}),
            "effective_on": e,
            "checked_on": "2025-01-10",
            "result": "适用，已执行",
        }
        for t, n, no, e in rows
    ]
