"""Plan defects: 四川岷阳高新技术产业园区, typed decimal numbers, planted mistakes (see defects.notes.yaml)."""

from __future__ import annotations

from decimal import Decimal

from corpus.builder.content import Block, Figure, Table, read_source
from corpus.builder.figures import rounded, written
from corpus.builder.pictures import layout_map
from corpus.builder.word import Profile
from corpus.sources.sichuan_nzc_2022 import defects_numbers as n
from corpus.sources.sichuan_nzc_2022.defects_text import TEXT

TITLE = "四川岷阳高新技术产业园区近零碳排放园区试点建设方案"
PROFILE = Profile(numbering="typed-decimal", body_font="宋体")
OVERSTATED = Decimal("2.10")  # 万吨 that the total of 2021 exceeds its parts
INFLATED = Decimal("0.80")  # 亿元 that the stated investment exceeds the sum of the projects
WITHOUT_OWNER = "物流车辆电动化和充电设施"
WITHOUT_REDUCTION = "退火炉烟气余热回收"
LATE = ("园区湿地和防护林", "2023年3月—2027年3月")


def values() -> dict[str, str]:
    """The numbers that the text names, with the planted ones."""
    share = lambda amount: rounded(Decimal(amount) * 100 / n.EMITTED[2], 1)  # noqa: E731
    fall = (n.CARBON_INTENSITY[1] - n.CARBON_INTENSITY[2]) * 100 / n.CARBON_INTENSITY[1]
    found: dict[str, Decimal | int | str] = {
        "c20": n.EMITTED[1], "ci20": n.CARBON_INTENSITY[1], "e21": n.CONSUMED[2], "bau": n.TREND[3], "target": n.TARGET,
        "tci": n.TARGET_INTENSITY, "count": len(n.PROJECTS), "saved": n.SAVED_WAN, "fall": rounded(fall, 1),
        "wronginvest": rounded(Decimal(n.INVESTED) / 10000 + INFLATED, 2),
        "s1": share("8.60"), "s2": share("4.10"), "s3": share("1.90"),
    }  # fmt: skip
    return written(found)


def _yearly(caption: str, first: int, rows: list[tuple[str, str, tuple[object, ...]]]) -> Table:
    """Rows of the years from number `first` on."""
    head = ["指标", "单位", *(f"{y}年" for y in n.YEARS[first:])]
    return Table(caption, [head, *([name, unit, *(str(v) for v in given[first:])] for name, unit, given in rows)])


def _energy() -> Table:
    rows = [
        ["能源品种", "计量单位", "2020年", "2021年", "2020年折标准煤（万吨标准煤）", "2021年折标准煤（万吨标准煤）"]
    ]
    rows += [[e.name, e.unit, *e.amounts[1:], *(str(v) for v in e.coal_equivalent[1:])] for e in n.ENERGY]
    rows.append(["能源消费总量", "—", "—", "—", *(str(v) for v in n.CONSUMED[1:])])
    return Table("表2 2020—2021年能源消费", rows)


def _projects() -> Table:
    rows = [
        [
            "序号",
            "工程名称",
            "主要建设内容",
            "推进计划",
            "建设单位",
            "建设期限",
            "预计碳减排量（吨CO2/年）",
            "投资估算（万元）",
        ]
    ]
    for number, p in enumerate(n.PROJECTS, 1):
        owner = "待定" if p.name == WITHOUT_OWNER else p.owner
        reduction = "" if p.name == WITHOUT_REDUCTION else p.reduction
        period = LATE[1] if p.name == LATE[0] else p.period
        rows.append([str(number), p.name, p.content, p.plan, owner, period, reduction, str(p.investment)])
    return Table("表6 重点项目一览表", rows)


def tables() -> dict[str, Table]:
    """All tables of the plan by the key that the text uses."""
    emitted = [*n.EMITTED[:2], n.EMITTED[2] + OVERSTATED]
    trend = [
        ["指标", "单位", *(f"{y}年" for y in n.FUTURE)],
        ["碳排放总量", "万吨二氧化碳", *(str(v) for v in n.TREND)],
    ]
    indicators = [["类别", "指标", "单位", "2020年基准值", "2025年目标值"]]
    indicators += [[i.group, i.name, i.unit, i.base, i.target] for i in n.INDICATORS]
    return {
        "economy": _yearly("表1 2019—2021年主要经济指标", 0, list(n.ECONOMY)),
        "energy": _energy(),
        "emissions": _yearly("表3 2020—2021年碳排放量", 1, [
            ("化石燃料燃烧", "万吨二氧化碳", tuple(n.BURNT)),
            ("净购入电力", "万吨二氧化碳", tuple(n.POWER.emissions)),
            ("碳排放总量", "万吨二氧化碳", tuple(emitted)),
        ]),
        "trend": Table("表4 2022—2025年碳排放预测", trend),
        "indicators": Table("表5 试点建设指标体系", indicators),
        "projects": _projects(),
    }  # fmt: skip


def blocks() -> list[Block]:
    """The plan's content."""
    figures = {
        "boundary": Figure("图1 园区申报边界图", layout_map(7), "园区四至范围"),
        "layout": Figure("图2 园区空间布局图", layout_map(8), "一核三片的布局"),
    }
    return read_source(TEXT, values(), tables(), figures)
