"""Plan defects: 青岫经济开发区, typed decimal numbers, plausible but with planted mistakes (see defects.notes.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from corpus.builder.content import Block, Figure, Table, read_source
from corpus.builder.figures import exact, over_years, rounded, written, yearly_rate
from corpus.builder.pictures import location_map
from corpus.builder.word import Profile
from corpus.sources import tables as made
from corpus.sources.data_parts import energy_part, overall_targets, project_part, series_part, task_part, third_targets
from corpus.sources.lcip_2014.defects_numbers import FIELDS, INDICATORS, PARK, PROJECTS, TASKS
from corpus.sources.lcip_2014.defects_text import TEXT
from corpus.sources.model import YEARS

TITLE = "青岫经济开发区低碳工业园区试点实施方案"
PROFILE = Profile(numbering="typed-decimal", body_font="宋体")
AMOUNTS, RATES = made.contributions(PARK, TASKS)
REGION = {"carbon": exact("18"), "energy": exact("17")}
WITHOUT_INVESTMENT = "高效电机和换热系统推广工程"
OVERSTATED = 9000  # 万元 that the stated total exceeds the sum of all projects
WRONG_FUEL = ("电力", 1, Decimal("2.60"))  # the misprinted amount of 2011, in 万吨标准煤 too much
WRONG_INTENSITY = Decimal("0.212")  # added to the carbon intensity of 2012 in the outlook
ECONOMY = (
    ("工业总产值", "亿元", ("228.10", "257.30", "286.40")),
    ("工业增加值（2010年价格）", "亿元", PARK.value_added),
    ("服务业增加值", "亿元", ("8.70", "", "11.90")),
    ("六大高耗能行业增加值比重", "%", ("49.8", "48.2", "46.9")),
    ("研发投入占销售收入比重", "%", ("1.31", "1.42", "1.54")),
)


def values() -> dict[str, str]:
    """The numbers that the text names, with the planted ones."""
    saved, reduced = made.project_total(PROJECTS, "tce"), made.project_total(PROJECTS, "co2")
    own = made.project_total(PROJECTS, "own") + OVERSTATED
    found: dict[str, Decimal | int | str] = {
        "va12": PARK.value_added[2], "e12": PARK.energy[2], "c12": PARK.co2[2], "coal": PARK.fuel_shares["原煤"][2],
        "bio": PARK.fuel_shares["黑液"][2], "ei12": PARK.energy_intensity[2], "ci12": PARK.carbon_intensity[2],
        "wrongci": PARK.carbon_intensity[2] + WRONG_INTENSITY, "et": PARK.energy_target, "ct": PARK.carbon_target,
        "ccut": PARK.carbon_cut, "ecut": PARK.energy_cut, "growth": PARK.growth, "va16": PARK.future_value_added[3],
        "low16": PARK.future_co2[3], "red": PARK.reduction,
        "rc": yearly_rate(REGION["carbon"], 5), "re": yearly_rate(REGION["energy"], 5),
        "rc4": over_years(REGION["carbon"], 5, 4), "re4": over_years(REGION["energy"], 5, 4),
        "pc": yearly_rate(exact(PARK.carbon_cut), 4), "pe": yearly_rate(exact(PARK.energy_cut), 4),
        "nproj": len(PROJECTS), "ntask": len(TASKS),
        "statedinvest": made.project_total(PROJECTS, "investment") + OVERSTATED,
        "own": own, "loan": made.project_total(PROJECTS, "loan"), "public": made.project_total(PROJECTS, "public"),
        "ptce": saved, "pco2": reduced, "gain": rounded(Decimal(saved) * 780 / 10000, 0),
    }  # fmt: skip
    for task, amount, rate in zip(TASKS, AMOUNTS, RATES, strict=True):
        found[f"c{task.key}"], found[f"p{task.key}"] = amount, rate
    return written(found)


def _fuels() -> Table:
    true = made.with_shares("表2 2010—2012年能源消费品种结构", "能源品种", "消费量", PARK.fuel_tce, "单位：万吨标准煤")
    rows = [list(row) for row in true.rows]
    name, year, more = WRONG_FUEL
    row = next(r for r in rows if r[0] == name)
    row[1 + 2 * year] = str(Decimal(row[1 + 2 * year]) + more)
    return Table(true.caption, rows, true.note, true.header_rows, true.merges)


def tables(numbers: Mapping[str, str]) -> dict[str, Table]:
    """All tables of the plan by the key that the text uses."""
    names = {t.key: t.name for t in TASKS}
    years = [f"{y}年" for y in YEARS]
    third = made.filled(INDICATORS, numbers)
    indicators = [["一级指标", "二级指标", "三级指标", "单位", "2012年基准值", "2016年目标值", "数据来源"]]
    indicators.append(
        [
            "单位工业增加值二氧化碳排放",
            "",
            "",
            "吨二氧化碳/万元",
            numbers["ci12"],
            numbers["ct"],
            f"下降{PARK.carbon_cut}%；清单",
        ]
    )
    indicators.append(["单位工业增加值能耗", "", "", "吨标准煤/万元", numbers["ei12"], numbers["et"], f"下降{PARK.energy_cut}%；能源统计"])  # fmt: skip
    indicators += [["分项指标", i.group, i.name, i.unit, i.base, i.target, i.source] for i in third]
    merges = [
        (1, 0, 1, 2),
        (2, 0, 2, 2),
        (3, 0, 2 + len(third), 0),
        *made.vertical_runs([i.group for i in third], 3, 1),
    ]
    order = sorted(range(len(TASKS)), key=lambda i: -AMOUNTS[i])
    contribution = [["优先顺序", "任务", "领域", "减排贡献（万吨二氧化碳）", "贡献率（%）"]]
    for rank, i in enumerate(order, 1):
        contribution.append([str(rank), TASKS[i].name, FIELDS[TASKS[i].field], str(AMOUNTS[i]), str(RATES[i])])
    contribution.append(["合计", "", "", numbers["red"], "100.0"])
    projects = [
        [
            "序号",
            "项目类型",
            "项目名称",
            "实施主体",
            "主要内容",
            "起止时间",
            "投资额（万元）",
            "投资方式",
            "预期效果",
            "对应任务",
        ]
    ]
    for n, p in enumerate(PROJECTS, 1):
        bare = p.name == WITHOUT_INVESTMENT
        money = ("", "合同能源管理") if bare else (str(p.investment), p.funding)
        projects.append([str(n), p.kind, p.name, p.owner, p.content, p.period, *money, p.effect, names[p.task]])
    products = [
        ["产品", "单位", *years, "行业平均", "国内先进值", "国际先进值"],
        ["子午线轮胎", "千克标准煤/吨", "352", "344", "336", "345", "305", "290"],
        ["包装纸板", "千克标准煤/吨", "384", "372", "362", "380", "334", "320"],
    ]
    intensity = [
        ["指标", "单位", *years],
        ["单位工业增加值能耗", "吨标准煤/万元", *(str(v) for v in PARK.energy_intensity)],
        ["单位工业增加值二氧化碳排放", "吨二氧化碳/万元", *(str(v) for v in PARK.carbon_intensity)],
    ]
    economy = [["指标", "单位", *years], *([name, unit, *amounts] for name, unit, amounts in ECONOMY)]
    industries = [["行业", *years], *made.series_rows(PARK.industry_energy)]
    emissions = [["行业", *years], *made.series_rows(PARK.industry_co2)]
    return {
        "economy": Table("表1 2010—2012年主要经济指标", economy),
        "fuels": _fuels(),
        "industries": Table("表3 2010—2012年能源消费行业构成", industries, "单位：万吨标准煤"),
        "emissions": Table("表4 2010—2012年二氧化碳排放行业构成", emissions, "单位：万吨二氧化碳"),
        "intensity": Table("表5 2010—2012年能耗强度和碳排放强度", intensity),
        "products": Table("表6 主要产品单耗及行业对标", products),
        "forecast": made.forecast("表7 2013—2016年排放预测", PARK),
        "indicators": Table("表8 试点指标体系", indicators, "", 1, merges),
        "contribution": Table("表9 任务减排贡献与优先顺序", contribution, "", 1, ((len(contribution) - 1, 0, len(contribution) - 1, 2),)),
        "schedule": made.schedule("表10 2014—2016年工作计划", TASKS, ("序号", "任务", "2014年", "2015年", "2016年", "责任单位")),
        "projects": Table("表11 重点工程项目表", projects),
    }  # fmt: skip


def blocks() -> list[Block]:
    """The plan's content."""
    numbers = values()
    names = {t.key: t.name for t in TASKS}
    figures = {"location": Figure("图1 园区区位图", location_map(2), "青岫经济开发区的位置")}
    texts = "\n".join(
        f"**{n}．{p.name}。**{p.text}由{p.owner}实施，服务于“{names[p.task]}”任务。" for n, p in enumerate(PROJECTS, 1)
    )
    return read_source(TEXT.replace("{project_texts}", texts), numbers, tables(numbers), figures)


def data() -> dict[str, Any]:
    """The data file that goes with the plan; it has the gaps of the plan, not the plan's contradictions."""
    numbers = values()
    countable = [i for i in made.filled(INDICATORS, numbers) if i.base[-1].isdigit() and i.target[-1].isdigit()]
    services = {"indicator": "服务业增加值", "unit": "亿元", "values": {2010: 8.7, 2012: 11.9}}
    tasks = task_part(TASKS, RATES)
    tasks[-1]["indicators"] = []
    return {
        "park": {"name": "青岫经济开发区", "level": "provincial", "region": "山东省青岫市", "area": "28.4 平方公里", "applicant": "青岫经济开发区管理委员会"},
        "region_targets": [
            {"indicator": "单位地区生产总值二氧化碳排放", "reduction": "18%", "base_year": 2010, "target_year": 2015},
            {"indicator": "单位地区生产总值能耗", "reduction": "17%", "base_year": 2010, "target_year": 2015},
        ],
        "construction_period": "2014-2016",
        "series": [
            *(series_part(name, unit, amounts) for name, unit, amounts in ECONOMY if all(amounts)),
            services,
            series_part("能源消费总量", "万吨标准煤", PARK.energy),
            series_part("二氧化碳排放总量", "万吨二氧化碳", PARK.co2),
            series_part("单位工业增加值能耗", "吨标准煤/万元", PARK.energy_intensity),
            series_part("单位工业增加值二氧化碳排放", "吨二氧化碳/万元", PARK.carbon_intensity),
        ],
        "energy": [energy_part(f) for f in PARK.fuels],
        "targets": [*overall_targets(PARK), *third_targets(countable)],
        "tasks": tasks,
        "projects": [_project(p) for p in PROJECTS],
        "total_investment": f"{numbers['statedinvest']} 万元",
    }  # fmt: skip


def _project(project: Any) -> dict[str, Any]:
    bare = project.name == WITHOUT_INVESTMENT
    part = project_part(project, None if bare else f"{project.investment} 万元")
    return {**part, "funding": "合同能源管理"} if bare else part
