"""Plan compliant-a: 云泽经济技术开发区, typed Chinese numbers under heading styles, everything the guide asks for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from corpus.builder.content import Block, Figure, Table, read_source
from corpus.builder.figures import exact, over_years, rounded, shares, written, yearly_rate
from corpus.builder.pictures import layout_map, location_map
from corpus.builder.word import Profile
from corpus.sources import tables as made
from corpus.sources.data_parts import energy_part, overall_targets, project_part, series_part, task_part, third_targets
from corpus.sources.lcip_2014.compliant_a_numbers import FIELDS, INDICATORS, PARK, PROJECTS, TASKS
from corpus.sources.lcip_2014.compliant_a_text import TEXT
from corpus.sources.model import YEARS

TITLE = "云泽经济技术开发区国家低碳工业园区试点实施方案"
PROFILE = Profile(numbering="typed-chinese")
AMOUNTS, RATES = made.contributions(PARK, TASKS)
RANK = {t.key: n for n, (_, t) in enumerate(sorted(zip(AMOUNTS, TASKS, strict=True), key=lambda p: -p[0]), 1)}
ECONOMY = (
    ("工业总产值", "亿元", ("240.60", "268.90", "300.50")),
    ("工业增加值（2010年价格）", "亿元", PARK.value_added),
    ("服务业增加值", "亿元", ("9.80", "11.60", "13.70")),
    ("六大高耗能行业增加值比重", "%", ("52.4", "51.0", "49.6")),
    ("研发投入占销售收入比重", "%", ("1.62", "1.75", "1.90")),
)
REGION = {"carbon": exact("19"), "energy": exact("18")}


def values() -> dict[str, str]:
    """The computed numbers that the text names."""
    whole = made.project_total(PROJECTS, "investment")
    saved, reduced = made.project_total(PROJECTS, "tce"), made.project_total(PROJECTS, "co2")
    gain = rounded(Decimal(saved) * 800 / 10000, 0)
    fuel, co2 = PARK.fuel_shares, PARK.fuel_co2
    co2_shares = dict(zip(co2, shares([v[2] for v in co2.values()]), strict=True))
    in_10k = rounded(Decimal(reduced) / 10000, 2)
    found: dict[str, Decimal | int | str] = {
        "e12": PARK.energy[2], "de": PARK.energy[2] - PARK.energy[0], "c12": PARK.co2[2], "dc": PARK.co2[2] - PARK.co2[0],
        "coal": fuel["原煤"][2], "gas": fuel["天然气"][2], "elec": fuel["电力"][2], "bio": fuel["生物质成型燃料"][2],
        "ei12": PARK.energy_intensity[2], "ci12": PARK.carbon_intensity[2], "et": PARK.energy_target, "ct": PARK.carbon_target,
        "ccut": PARK.carbon_cut, "ecut": PARK.energy_cut, "growth": PARK.growth, "va16": PARK.future_value_added[3],
        "frozen16": PARK.frozen_co2[3], "low16": PARK.future_co2[3], "red": PARK.reduction,
        "coalco2": co2_shares["原煤"], "elecco2": co2_shares["电力"],
        "rc": yearly_rate(REGION["carbon"], 5), "re": yearly_rate(REGION["energy"], 5),
        "rc4": over_years(REGION["carbon"], 5, 4), "re4": over_years(REGION["energy"], 5, 4),
        "pc": yearly_rate(exact(PARK.carbon_cut), 4), "pe": yearly_rate(exact(PARK.energy_cut), 4),
        "invest": whole, "ptce": saved, "pco2": reduced, "pco2w": in_10k, "restw": PARK.reduction - in_10k,
        "gain": gain, "payback": rounded(Decimal(whole) / gain, 1),
        "own": made.project_total(PROJECTS, "own"), "loan": made.project_total(PROJECTS, "loan"),
        "public": made.project_total(PROJECTS, "public"),
    }  # fmt: skip
    for task, amount, rate in zip(TASKS, AMOUNTS, RATES, strict=True):
        found[f"c{task.key}"], found[f"p{task.key}"] = amount, rate
    return written(found)


def _project_texts() -> str:
    """One run-in paragraph per project, with its task."""
    names = {t.key: t.name for t in TASKS}
    return "\n".join(
        f"**{n}．{p.name}。**{p.text}由{p.owner}实施，总投资{p.investment}万元，服务于“{names[p.task]}”任务，{p.effect}。"
        for n, p in enumerate(PROJECTS, 1)
    )


def tables(numbers: Mapping[str, str]) -> dict[str, Table]:
    """All tables of the plan by the key that the text uses."""
    names = {t.key: t.name for t in TASKS}
    invest = made.project_total(PROJECTS, "investment")
    physical = [["能源品种", "单位", "2010年", "2011年", "2012年"], *([f.name, f.unit, *f.amounts] for f in PARK.fuels)]
    years = [f"{y}年" for y in YEARS]
    intensity = [
        ["指标", "单位", *years],
        ["单位工业增加值能耗", "吨标准煤/万元", *(str(v) for v in PARK.energy_intensity)],
        ["单位工业增加值二氧化碳排放", "吨二氧化碳/万元", *(str(v) for v in PARK.carbon_intensity)],
    ]
    economy = [["指标", "单位", *years], *([name, unit, *amounts] for name, unit, amounts in ECONOMY)]
    firms = [
        ["企业名称", "所属行业", "主要产品", "生产能力", "2012年产值（亿元）"],
        ["云泽恒川化工有限公司", "化学原料和化学制品制造业", "离子膜烧碱、氯化物", "烧碱17万吨/年", "38.60"],
        ["云泽晶川玻璃有限公司", "非金属矿物制品业", "平板玻璃", "1000吨/日", "21.40"],
        ["云泽锦帆印染有限公司", "纺织业", "印染布", "2.6亿米/年", "18.30"],
        ["云泽清源环保装备有限公司", "专用设备制造业", "袋式除尘器、水处理设备", "3200台套/年", "15.70"],
        ["云泽热电有限公司", "电力、热力生产和供应业", "蒸汽、电力", "蒸汽420吨/小时", "6.90"],
    ]
    products = [
        ["产品名称", "单位", *years, "行业平均", "国家限额", "国内先进值", "国际先进值"],
        ["离子膜烧碱", "千克标准煤/吨", "352", "347", "342", "350", "500", "325", "315"],
        ["平板玻璃", "千克标准煤/重量箱", "15.6", "15.2", "14.8", "15.5", "16.5", "13.2", "12.5"],
        ["印染布", "千克标准煤/百米", "42.0", "40.5", "39.0", "41.0", "45.0", "33.5", "31.0"],
    ]
    indicators = [["一级指标", "二级指标", "三级指标", "单位", "2012年基准值", "2016年目标值", "口径与数据来源"]]
    indicators.append(
        [
            "单位工业增加值二氧化碳排放",
            "",
            "",
            "吨二氧化碳/万元",
            numbers["ci12"],
            numbers["ct"],
            f"下降{PARK.carbon_cut}%；园区碳排放清单除以工业增加值（2010年价格）",
        ]
    )
    indicators.append(["单位工业增加值能耗", "", "", "吨标准煤/万元", numbers["ei12"], numbers["et"], f"下降{PARK.energy_cut}%；能源平衡表除以工业增加值（2010年价格）"])  # fmt: skip
    third = made.filled(INDICATORS, numbers)
    indicators += [["园区低碳发展水平", i.group, i.name, i.unit, i.base, i.target, i.source] for i in third]
    groups = [i.group for i in third]
    merges = [(1, 0, 1, 2), (2, 0, 2, 2), (3, 0, 2 + len(third), 0), *made.vertical_runs(groups, 3, 1)]
    contribution = [["主要任务", "分项任务", "减排贡献（万吨二氧化碳）", "贡献率（%）", "减排量排序", "优先级"]]
    for task, amount, rate in zip(TASKS, AMOUNTS, RATES, strict=True):
        rank = RANK[task.key]
        level = "一级" if rank <= 4 else "二级" if rank <= 7 else "三级"
        contribution.append([FIELDS[task.field], task.name, str(amount), str(rate), str(rank), level])
    contribution.append(["合计", "", numbers["red"], "100.0", "", ""])
    task_rows = len(TASKS)
    contribution_merges = [*made.vertical_runs([t.field for t in TASKS], 1, 0), (task_rows + 1, 0, task_rows + 1, 1)]
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
        projects.append([str(n), p.kind, p.name, p.owner, p.content, p.period, str(p.investment), p.funding, p.effect, names[p.task]])  # fmt: skip
    projects.append(
        [
            "合计",
            "",
            "",
            "",
            "",
            "",
            str(invest),
            "",
            f"年节能{numbers['ptce']}吨标准煤，年减排{numbers['pco2']}吨二氧化碳",
            "",
        ]
    )
    widths = (0.8, 1.4, 2.2, 1.8, 2.6, 1.9, 1.3, 2.0, 2.2, 1.7)
    return {
        "economy": Table("表1  2010—2012年园区主要经济指标", economy),
        "firms": Table("表2  2012年园区骨干企业情况", firms),
        "physical": Table("表3  2010—2012年园区能源消费实物量", physical),
        "fuels": made.with_shares("表4  2010—2012年园区能源消费品种结构", "能源品种", "消费量", PARK.fuel_tce, "单位：万吨标准煤"),
        "industries": made.with_shares("表5  2010—2012年园区能源消费行业构成", "行业", "消费量", PARK.industry_energy, "单位：万吨标准煤"),
        "emissions": made.with_shares("表6  2010—2012年园区二氧化碳排放总量及行业构成", "行业", "排放量", PARK.industry_co2, "单位：万吨二氧化碳"),
        "intensity": Table("表7  2010—2012年园区能耗强度和碳排放强度", intensity),
        "products": Table("表8  主要产品单耗水平及行业对标", products),
        "forecast": made.forecast("表9  2013—2016年园区能源消费和二氧化碳排放预测", PARK),
        "indicators": Table("表10  云泽经开区低碳试点指标体系", indicators, "", 1, merges),
        "contribution": Table("表11  主要任务减排贡献度与优先级", contribution, "", 1, contribution_merges),
        "schedule": made.schedule("表12  2014—2016年工作计划安排", TASKS, ("序号", "任务", "2014年", "2015年", "2016年", "责任单位")),
        "projects": Table("表13  重点工程项目一览表", projects, "", 1, ((len(projects) - 1, 0, len(projects) - 1, 5),), widths),
    }  # fmt: skip


def blocks() -> list[Block]:
    """The plan's content."""
    numbers = values()
    figures = {
        "location": Figure("图1  园区区位图", location_map(1), "云泽经济技术开发区在云泽市的位置"),
        "layout": Figure("图2  园区空间布局图", layout_map(1), "化工新材料、纺织与装备、科创与综合服务三个片区"),
    }
    source = TEXT.replace("{project_texts}", _project_texts())
    return read_source(source, numbers, tables(numbers), figures)


def data() -> dict[str, Any]:
    """The data file that goes with the plan."""
    numbers = values()
    return {
        "park": {
            "name": "云泽经济技术开发区",
            "level": "national",
            "region": "江苏省云泽市",
            "area": "36.8 平方公里",
            "applicant": "云泽经济技术开发区管理委员会",
        },
        "region_targets": [
            {"indicator": "单位地区生产总值二氧化碳排放", "reduction": "19%", "base_year": 2010, "target_year": 2015},
            {"indicator": "单位地区生产总值能耗", "reduction": "18%", "base_year": 2010, "target_year": 2015},
        ],
        "construction_period": "2014-2016",
        "series": [
            *(series_part(name, unit, amounts) for name, unit, amounts in ECONOMY),
            series_part("能源消费总量", "万吨标准煤", PARK.energy),
            series_part("二氧化碳排放总量", "万吨二氧化碳", PARK.co2),
            series_part("单位工业增加值能耗", "吨标准煤/万元", PARK.energy_intensity),
            series_part("单位工业增加值二氧化碳排放", "吨二氧化碳/万元", PARK.carbon_intensity),
        ],
        "energy": [energy_part(f) for f in PARK.fuels],
        "targets": [*overall_targets(PARK), *third_targets(made.filled(INDICATORS, numbers))],
        "tasks": task_part(TASKS, RATES),
        "projects": [project_part(p, f"{p.investment} 万元") for p in PROJECTS],
        "total_investment": f"{numbers['invest']} 万元",
    }
