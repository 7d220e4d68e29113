"""Plan compliant-b: 苍屏高新技术产业开发区, headings numbered by Word, other names, other units, merged project tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from corpus.builder.content import Block, Figure, Table, read_source
from corpus.builder.figures import exact, over_years, rounded, shares, total, written, yearly_rate
from corpus.builder.pictures import layout_map, location_map
from corpus.builder.word import Profile
from corpus.sources import tables as made
from corpus.sources.data_parts import energy_part, overall_targets, project_part, series_part, task_part, third_targets
from corpus.sources.lcip_2014.compliant_b_numbers import FIELDS, INDICATORS, PARK, PROJECTS, TASKS
from corpus.sources.lcip_2014.compliant_b_text import TEXT
from corpus.sources.model import FUTURE, YEARS, Project

TITLE = "苍屏高新技术产业开发区创建国家低碳工业园区实施方案"
PROFILE = Profile(
    numbering="automatic-chapters",
    body_font="宋体",
    heading_font="微软雅黑",
    repeat_table_header=True,
    contents_level=2,
)
DATA_HEADERS = {"projects": {"reduction": "减排量"}}
AMOUNTS, RATES = made.contributions(PARK, TASKS)
SPLIT = 7  # projects of the first table
REGION = {"carbon": exact("17"), "energy": exact("16")}
ECONOMY = (
    ("园区总产值（亿元）", ("328.5", "376.2", "426.8")),
    ("工业增加值（可比价）（亿元）", PARK.value_added),
    ("第三产业增加值（亿元）", ("22.6", "26.9", "31.5")),
    ("六大高耗能行业增加值占比（%）", ("21.3", "19.8", "18.4")),
    ("研发经费占主营业务收入比重（%）", ("2.06", "2.20", "2.35")),
)


def _in_100m(amount: int) -> Decimal:
    """万元 as 亿元 with two decimals (all amounts are whole hundreds of 万元)."""
    return rounded(Decimal(amount) / 10000, 2)


def values() -> dict[str, str]:
    """The computed numbers that the text names."""
    first, second = PROJECTS[:SPLIT], PROJECTS[SPLIT:]
    saved, reduced = made.project_total(PROJECTS, "tce"), made.project_total(PROJECTS, "co2")
    whole = made.project_total(PROJECTS, "investment")
    gain = rounded(Decimal(saved) * 850 / 10**8, 2)
    fuel, co2 = PARK.fuel_shares, PARK.fuel_co2
    co2_shares = dict(zip(co2, shares([v[2] for v in co2.values()]), strict=True))
    in_10k = rounded(Decimal(reduced) / 10000, 2)
    found: dict[str, Decimal | int | str] = {
        "e12": PARK.energy[2], "ie12": PARK.industrial_energy[2], "se12": PARK.energy[2] - PARK.industrial_energy[2],
        "c12": PARK.co2[2], "ic12": PARK.industrial_co2[2], "sc12": PARK.co2[2] - PARK.industrial_co2[2],
        "coal": fuel["煤炭"][2], "gas": fuel["天然气"][2], "elec": fuel["外购电力"][2], "bio": fuel["沼气等可再生能源"][2],
        "ei12": PARK.energy_intensity[2], "ci12": PARK.carbon_intensity[2], "et": PARK.energy_target, "ct": PARK.carbon_target,
        "ccut": PARK.carbon_cut, "ecut": PARK.energy_cut, "growth": PARK.growth, "va16": PARK.future_value_added[3],
        "frozen16": PARK.frozen_co2[3], "low16": PARK.future_co2[3], "red": PARK.reduction,
        "coalco2": co2_shares["煤炭"], "elecco2": co2_shares["外购电力"],
        "rc": yearly_rate(REGION["carbon"], 5), "re": yearly_rate(REGION["energy"], 5),
        "rc4": over_years(REGION["carbon"], 5, 4), "re4": over_years(REGION["energy"], 5, 4),
        "pc": yearly_rate(exact(PARK.carbon_cut), 4), "pe": yearly_rate(exact(PARK.energy_cut), 4),
        "count": len(INDICATORS), "tasks": len(TASKS), "projects": len(PROJECTS), "n1": len(first), "n2": len(second),
        "invest": _in_100m(whole), "i1": _in_100m(made.project_total(first, "investment")), "i2": _in_100m(made.project_total(second, "investment")),
        "ptce": saved, "pco2": reduced, "pco2w": in_10k, "restw": PARK.reduction - in_10k,
        "gain": gain, "payback": rounded(_in_100m(whole) / gain, 1),
        "own": _in_100m(made.project_total(PROJECTS, "own")), "loan": _in_100m(made.project_total(PROJECTS, "loan")),
        "public": _in_100m(made.project_total(PROJECTS, "public")),
    }  # fmt: skip
    for task, amount, rate in zip(TASKS, AMOUNTS, RATES, strict=True):
        found[f"c{task.key}"], found[f"p{task.key}"] = amount, rate
    return written(found)


def _forecast() -> Table:
    service = PARK.co2[2] - PARK.industrial_co2[2]
    served = [rounded(service * Decimal("1.06") ** n, 2) for n in range(1, 5)]
    rows = [["项目", "2012年", *(f"{y}年" for y in FUTURE)]]

    def add(name: str, base: object, later: Sequence[object]) -> None:
        rows.append([name, str(base), *(str(v) for v in later)])

    add("工业增加值（亿元）", PARK.value_added[2], PARK.future_value_added)
    add("单位工业增加值二氧化碳排放（低碳情景，tCO2/万元）", PARK.carbon_intensity[2], PARK.future_carbon_intensity)
    add("单位工业增加值能耗（低碳情景，tce/万元）", PARK.energy_intensity[2], PARK.future_energy_intensity)
    add("工业能源消费量（低碳情景，万tce）", PARK.industrial_energy[2], PARK.future_energy)
    add("工业二氧化碳排放量（冻结情景，万tCO2）", PARK.industrial_co2[2], PARK.frozen_co2)
    add("工业二氧化碳排放量（低碳情景，万tCO2）", PARK.industrial_co2[2], PARK.future_co2)
    add("服务业及其他二氧化碳排放量（万tCO2）", service, served)
    add(
        "二氧化碳排放总量（低碳情景，万tCO2）",
        PARK.co2[2],
        [a + b for a, b in zip(PARK.future_co2, served, strict=True)],
    )
    return Table("表1-7 2012—2016年排放情景参数与结果", rows)


def _transposed(caption: str, columns: Sequence[tuple[str, Sequence[object]]]) -> Table:
    """Years as rows, indicators as columns."""
    rows = [["年份", *(name for name, _ in columns)]]
    rows += [[f"{year}年", *(str(values[i]) for _, values in columns)] for i, year in enumerate(YEARS)]
    return Table(caption, rows)


def _split_table(caption: str, head: str, unit: str, members: Mapping[str, Sequence[Decimal]], sums: str) -> Table:
    """Amounts of three years, then the shares of three years, in one table."""
    columns = [shares([v[i] for v in members.values()]) for i in range(3)]
    rows = [[head, *(f"{y}年（{unit}）" for y in YEARS), *(f"{y}年占比（%）" for y in YEARS)]]
    for n, (name, amounts) in enumerate(members.items()):
        rows.append([name, *(str(a) for a in amounts), *(str(c[n]) for c in columns)])
    rows.append([sums, *(str(total([v[i] for v in members.values()])) for i in range(3)), "100.0", "100.0", "100.0"])
    return Table(caption, rows)


def _project_table(caption: str, projects: Sequence[Project], start: int, whole: Sequence[Project] = ()) -> Table:
    names = {t.key: t.name for t in TASKS}
    rows = [
        ["序号", "项目类别", "项目名称", "建设单位", "建设内容及规模", "建设周期", "总投资（亿元）", "资金来源（亿元）", "预期效益", "", "对应任务"],
        ["", "", "", "", "", "", "", "", "节能量（tce/年）", "减碳量（tCO2/年）", ""],
    ]  # fmt: skip
    for n, p in enumerate(projects, start):
        parts = (("自筹", p.own), ("贷款", p.loan), ("财政", p.public))
        funding = "、".join(f"{name}{_in_100m(amount)}" for name, amount in parts if amount)
        period = f"{p.start[0]}.{p.start[1]:02}-{p.end[0]}.{p.end[1]:02}"
        rows.append([str(n), p.kind, p.name, p.owner, p.content, period, str(_in_100m(p.investment)), funding, str(p.tce), str(p.co2), names[p.task]])  # fmt: skip
    merges = [(0, c, 1, c) for c in (*range(8), 10)] + [(0, 8, 0, 9)]
    merges += made.vertical_runs([p.kind for p in projects], 2, 1)
    sums = [("小计", projects)] + ([("合计", whole)] if whole else [])
    for name, members in sums:
        counted = [made.project_total(members, what) for what in ("investment", "tce", "co2")]
        rows.append([name, "", "", "", "", "", str(_in_100m(counted[0])), "", str(counted[1]), str(counted[2]), ""])
        merges.append((len(rows) - 1, 0, len(rows) - 1, 5))
    return Table(caption, rows, "", 2, merges)


def tables(numbers: Mapping[str, str]) -> dict[str, Table]:
    """All tables of the plan by the key that the text uses."""
    third = made.filled(INDICATORS, numbers)
    indicators = [["二级指标", "三级指标", "单位", "2012年（基准值）", "2016年（目标值）", "核算口径与数据来源"]]
    indicators.append(["一级指标：总体目标", "", "", "", "", ""])
    indicators.append(
        [
            "单位工业增加值二氧化碳排放",
            "",
            "tCO2/万元",
            numbers["ci12"],
            numbers["ct"],
            f"下降{PARK.carbon_cut}%，碳排放清单",
        ]
    )
    indicators.append(["单位工业增加值能耗", "", "tce/万元", numbers["ei12"], numbers["et"], f"下降{PARK.energy_cut}%，能源统计"])  # fmt: skip
    indicators.append(["一级指标：分项目标", "", "", "", "", ""])
    indicators += [[i.group, i.name, i.unit, i.base, i.target, i.source] for i in third]
    merges = [
        (1, 0, 1, 5),
        (2, 0, 2, 1),
        (3, 0, 3, 1),
        (4, 0, 4, 5),
        *made.vertical_runs([i.group for i in third], 5, 0),
    ]
    overall = [
        ["总体指标", "单位", "2012年", "2014年", "2015年", "2016年", "2016年比2012年下降（%）"],
        ["单位工业增加值二氧化碳排放", "tCO2/万元", numbers["ci12"], *(str(v) for v in PARK.future_carbon_intensity[1:]), PARK.carbon_cut],
        ["单位工业增加值能耗", "tce/万元", numbers["ei12"], *(str(v) for v in PARK.future_energy_intensity[1:]), PARK.energy_cut],
    ]  # fmt: skip
    order = sorted(range(len(TASKS)), key=lambda i: -AMOUNTS[i])
    contribution = [["优先次序", "任务", "所属领域", "2016年减排量（万tCO2）", "贡献率（%）"]]
    for rank, i in enumerate(order, 1):
        contribution.append([str(rank), TASKS[i].name, FIELDS[TASKS[i].field], str(AMOUNTS[i]), str(RATES[i])])
    contribution.append(["合计", "", "", numbers["red"], "100.0"])
    schedule = [["任务", "责任单位", "2014年", "2015年", "2016年"], *([t.name, t.owner, *t.steps] for t in TASKS)]
    products = [
        ["指标", "铝合金铸件（kgce/t）", "白酒（kgce/千升）", "印制电路板（kWh/m2）"],
        ["2010年", "415", "1120", "182"],
        ["2011年", "402", "1085", "176"],
        ["2012年", "390", "1050", "170"],
        ["行业平均水平", "395", "1100", "178"],
        ["国内先进水平", "350", "970", "160"],
        ["国际先进水平", "330", "930", "150"],
    ]
    intensity = (
        ("工业能源消费量（万tce）", PARK.industrial_energy),
        ("工业二氧化碳排放量（万tCO2）", PARK.industrial_co2),
        ("单位工业增加值能耗（tce/万元）", PARK.energy_intensity),
        ("单位工业增加值二氧化碳排放（tCO2/万元）", PARK.carbon_intensity),
    )
    return {
        "economy": _transposed("表1-1 近三年主要经济指标", ECONOMY),
        "fuels": _split_table("表1-2 2010—2012年能源消费总量及品种构成", "品种", "万tce", PARK.fuel_tce, "能源消费总量"),
        "industries": _split_table("表1-3 2010—2012年分行业能源消费量", "行业", "万tce", PARK.industry_energy, "合计"),
        "emissions": _split_table("表1-4 2010—2012年分行业二氧化碳排放量", "行业", "万tCO2", PARK.industry_co2, "二氧化碳排放总量"),
        "intensity": _transposed("表1-5 2010—2012年工业能耗强度与碳排放强度", intensity),
        "products": Table("表1-6 主要产品单耗与能效对标", products),
        "forecast": _forecast(),
        "overall": Table("表2-1 总目标", overall),
        "indicators": Table("表2-2 低碳园区创建指标体系", indicators, "", 1, merges),
        "contribution": Table("表3-1 任务贡献度与优先次序", contribution, "", 1, ((len(contribution) - 1, 0, len(contribution) - 1, 2),)),
        "schedule": Table("表3-2 2014—2016年度实施计划", schedule),
        "projects1": _project_table("表4-1 产业和能源类重点支撑项目", PROJECTS[:SPLIT], 1),
        "projects2": _project_table("表4-2 管理和设施类重点支撑项目", PROJECTS[SPLIT:], SPLIT + 1, PROJECTS),
    }  # fmt: skip


def blocks() -> list[Block]:
    """The plan's content."""
    numbers = values()
    figures = {
        "location": Figure("图1-1 苍屏高新区地理位置图", location_map(3), "苍屏高新区在湖北省苍屏市的位置"),
        "layout": Figure("图1-2 苍屏高新区功能分区图", layout_map(2), "四个功能组团的布局"),
    }
    texts = "\n".join(
        f"**（{n}）{p.name}。**建设单位为{p.owner}。{p.text}总投资{_in_100m(p.investment)}亿元。"
        for n, p in enumerate(PROJECTS, 1)
    )
    return read_source(TEXT.replace("{project_texts}", texts), numbers, tables(numbers), figures)


def data() -> dict[str, Any]:
    """The data file that goes with the plan."""
    numbers = values()
    series = [(name.rsplit("（", 1)[0], name.rsplit("（", 1)[1].rstrip("）"), amounts) for name, amounts in ECONOMY]
    return {
        "park": {"name": "苍屏高新技术产业开发区", "level": "national", "region": "湖北省苍屏市", "area": "21.5 平方公里", "applicant": "苍屏高新技术产业开发区管理委员会"},
        "region_targets": [
            {"indicator": "单位生产总值二氧化碳排放", "reduction": "17%", "base_year": 2010, "target_year": 2015},
            {"indicator": "单位生产总值能耗", "reduction": "16%", "base_year": 2010, "target_year": 2015},
        ],
        "construction_period": "2014-2016",
        "series": [
            *(series_part(name, unit, amounts) for name, unit, amounts in series),
            series_part("能源消费总量", "万吨标准煤", PARK.energy),
            series_part("工业能源消费量", "万吨标准煤", PARK.industrial_energy),
            series_part("二氧化碳排放总量", "万吨二氧化碳", PARK.co2),
            series_part("工业二氧化碳排放量", "万吨二氧化碳", PARK.industrial_co2),
            series_part("单位工业增加值能耗", "吨标准煤/万元", PARK.energy_intensity),
            series_part("单位工业增加值二氧化碳排放", "吨二氧化碳/万元", PARK.carbon_intensity),
        ],
        "energy": [energy_part(f) for f in PARK.fuels],
        "targets": [*overall_targets(PARK), *third_targets(made.filled(INDICATORS, numbers))],
        "tasks": task_part(TASKS, RATES),
        "projects": [project_part(p, f"{_in_100m(p.investment)} 亿元") for p in PROJECTS],
        "total_investment": f"{numbers['invest']} 亿元",
    }  # fmt: skip
