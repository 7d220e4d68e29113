"""Plan compliant: 四川沱源经济技术开发区, typed Chinese numbers, project table with all seven fields."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from corpus.builder.content import Block, Figure, Table, read_source
from corpus.builder.figures import exact, rounded, shares, total, written
from corpus.builder.pictures import layout_map, location_map
from corpus.builder.word import Profile
from corpus.sources.data_parts import series_part
from corpus.sources.sichuan_nzc_2022 import compliant_numbers as n
from corpus.sources.sichuan_nzc_2022.compliant_text import TEXT

TITLE = "四川沱源经济技术开发区近零碳排放园区试点建设方案"
PROFILE = Profile(numbering="typed-chinese", repeat_table_header=True)


def values() -> dict[str, str]:
    """The computed numbers that the text names."""
    kinds = dict(zip((e.name for e in n.ENERGY), shares([e.coal_equivalent[1] for e in n.ENERGY]), strict=True))
    rate = rounded(Decimal(repr((float(n.EMITTED[2] / n.EMITTED[0]) ** 0.5 - 1) * 100)), 1)
    funds = dict(n.FUNDS)
    found: dict[str, Decimal | int | str] = {
        "energy20": n.CONSUMED[1], "energy21": n.CONSUMED[2], "c19": n.EMITTED[0], "c20": n.EMITTED[1], "c21": n.EMITTED[2],
        "gas_share": kinds["天然气"], "power_share": kinds["外购电力"], "coal_share": kinds["原煤"], "growth": rate,
        "ci19": n.CARBON_INTENSITY[0], "ci20": n.CARBON_INTENSITY[1], "ci21": n.CARBON_INTENSITY[2], "ei20": n.ENERGY_INTENSITY[1],
        "ci_fall": rounded((n.CARBON_INTENSITY[0] - n.CARBON_INTENSITY[2]) * 100 / n.CARBON_INTENSITY[0], 1),
        "top": total([s for _, _, s in n.emitters()[:-1]]), "bau": n.TREND[3], "target": n.TARGET, "tci": n.TARGET_INTENSITY,
        "saved": n.SAVED_WAN, "saved_t": n.SAVED, "count": len(n.PROJECTS), "invest": rounded(Decimal(n.INVESTED) / 10000, 2),
        "productivity": rounded(n.OUTPUT[3] / n.TARGET, 2),
        "own": funds["企业自筹"], "loan": funds["银行绿色贷款"], "public": funds["财政资金"], "esco": funds["合同能源管理服务公司投入"],
    }  # fmt: skip
    return written(found)


def _yearly(caption: str, rows: list[tuple[str, str, tuple[object, ...]]]) -> Table:
    head = ["指标", "单位", *(f"{y}年" for y in n.YEARS)]
    return Table(caption, [head, *([name, unit, *(str(v) for v in given)] for name, unit, given in rows)])


def _energy() -> Table:
    rows = [["能源品种", "计量单位", *(f"{y}年" for y in n.YEARS), *(f"{y}年折标准煤（万吨标准煤）" for y in n.YEARS)]]
    rows += [[e.name, e.unit, *e.amounts, *(str(v) for v in e.coal_equivalent)] for e in n.ENERGY]
    rows.append(["能源消费总量", "—", "—", "—", "—", *(str(v) for v in n.CONSUMED)])
    return Table("表1-2 2019—2021年分品种能源消费", rows)


def _accounting() -> Table:
    rows = [["能源品种", "计量单位", "2020年消费量", "排放因子", "2020年排放量（万吨二氧化碳）"]]
    rows += [[e.name, e.unit, e.amounts[1], f"{e.co2}吨二氧化碳/{e.per}", str(e.emissions[1])] for e in n.EMITTING]
    rows.append(["合计", "—", "—", "—", str(n.EMITTED[1])])
    return Table("表1-3 2020年碳排放核算", rows)


def _emissions() -> Table:
    power = n.POWER.emissions
    return _yearly("表1-4 2019—2021年碳排放量和强度", [
        ("化石燃料燃烧", "万吨二氧化碳", tuple(n.BURNT)),
        ("净购入电力", "万吨二氧化碳", tuple(power)),
        ("碳排放总量", "万吨二氧化碳", tuple(n.EMITTED)),
        ("单位工业增加值二氧化碳排放", "吨二氧化碳/万元", tuple(n.CARBON_INTENSITY)),
        ("单位工业增加值能耗", "吨标准煤/万元", tuple(n.ENERGY_INTENSITY)),
    ])  # fmt: skip


def _trend() -> Table:
    head = ["指标", "单位", *(f"{y}年" for y in n.FUTURE)]
    rows = [
        head,
        ["工业增加值", "亿元", *(str(v) for v in n.OUTPUT)],
        ["碳排放总量", "万吨二氧化碳", *(str(v) for v in n.TREND)],
    ]
    return Table("表1-6 2022—2025年碳排放趋势预测", rows)


def _projects() -> Table:
    rows = [
        [
            "序号",
            "项目名称",
            "建设主体",
            "建设内容",
            "实施计划",
            "建设周期",
            "预期碳减排量（吨CO2/年）",
            "投资规模（万元）",
        ]
    ]
    for number, p in enumerate(n.PROJECTS, 1):
        rows.append([str(number), p.name, p.owner, p.content, p.plan, p.period, p.reduction, str(p.investment)])
    rows.append(["合计", "", "", "", "", "", str(n.SAVED), str(n.INVESTED)])
    return Table("表4-1 重点项目汇总表", rows, "", 1, ((len(rows) - 1, 0, len(rows) - 1, 5),))


def tables() -> dict[str, Table]:
    """All tables of the plan by the key that the text uses."""
    emitters = [
        ["企业名称", "2021年碳排放量（万吨二氧化碳）", "占比（%）"],
        *([a, str(b), str(c)] for a, b, c in n.emitters()),
    ]
    emitters.append(["合计", str(n.EMITTED[2]), "100.0"])
    indicators = [["序号", "类别", "指标名称", "单位", "2020年基准值", "2025年目标值"]]
    indicators += [[str(k), i.group, i.name, i.unit, i.base, i.target] for k, i in enumerate(n.INDICATORS, 1)]
    return {
        "economy": _yearly("表1-1 2019—2021年主要经济指标", list(n.ECONOMY)),
        "energy": _energy(),
        "accounting": _accounting(),
        "emissions": _emissions(),
        "emitters": Table("表1-5 2021年重点排放企业", emitters),
        "trend": _trend(),
        "indicators": Table("表2-1 近零碳排放园区试点建设指标", indicators),
        "projects": _projects(),
    }  # fmt: skip


def blocks() -> list[Block]:
    """The plan's content."""
    figures = {
        "location": Figure("图1-1 沱源经开区区位图", location_map(5), "沱源经开区在沱源市的位置"),
        "boundary": Figure("图1-2 沱东片区申报边界范围图", layout_map(4), "沱东片区的四至范围"),
        "layout": Figure("图1-3 沱东片区规划布局图", layout_map(5), "一轴两园一带的布局"),
    }
    return read_source(TEXT, values(), tables(), figures)


def _project(project: n.Project) -> dict[str, Any]:
    part = {"name": project.name, "owner": project.owner, "content": project.content, "steps": project.plan}
    dates = {"start": f"{project.start[0]}-{project.start[1]:02}", "end": f"{project.end[0]}-{project.end[1]:02}"}
    part |= dates | {"investment": f"{project.investment} 万元"}
    return part | ({"reduction": f"{project.co2} 吨二氧化碳"} if project.co2 else {})


def data() -> dict[str, Any]:
    """The data file that goes with the plan."""
    return {
        "park": {"name": "四川沱源经济技术开发区", "level": "provincial", "region": "四川省沱源市", "area": "9.8 平方公里", "applicant": "四川沱源经济技术开发区管理委员会"},
        "plan_date": "2022-06-08",
        "construction_period": "2022-2025",
        "series": [
            series_part("工业增加值", "亿元", n.VALUE_ADDED, n.YEARS),
            series_part("能源消费总量", "万吨标准煤", n.CONSUMED, n.YEARS),
            series_part("碳排放总量", "万吨二氧化碳", n.EMITTED, n.YEARS),
            series_part("单位工业增加值二氧化碳排放", "吨二氧化碳/万元", n.CARBON_INTENSITY, n.YEARS),
            series_part("单位工业增加值能耗", "吨标准煤/万元", n.ENERGY_INTENSITY, n.YEARS),
        ],
        "projects": [_project(p) for p in n.PROJECTS],
        "total_investment": f"{n.INVESTED} 万元",
        "funding": [{"source": name, "amount": f"{exact(amount)} 亿元"} for name, amount in n.FUNDS],
    }  # fmt: skip
