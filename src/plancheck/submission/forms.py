"""The forms of the XLSX template: which sheets it has, their columns in order, units, explanations and choices."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from plancheck.facts.data_parts import Field, Linked, Listed, linked_parts, listed_parts


@dataclass(frozen=True, slots=True)
class Column:
    """A column (or a line) of a form: its key, what to write, its unit, its width, and the answers to choose from.

    `choices` may be the word `@indicators` or `@tasks`: names that the workbook itself lists. `text` keeps Excel from
    turning what is typed (2014-03) into a date.
    """

    key: str
    explanation: str
    width: int = 16
    unit: str | None = None
    choices: tuple[str, ...] = ()
    text: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet: the key of the data file that it fills, what it is for, its columns, and whether it has yearly columns.

    `title` is the sheet's name where it is not the key's own.
    """

    key: str
    model: str
    purpose: str
    columns: tuple[Column, ...]
    yearly: bool = False
    title: str = ""


_YES = ("是", "否")
_INDICATORS = ("@indicators",)
_NOTE = Column("note", "选填", 20)
_FORECAST = Column("forecast", "预测值填“是”，统计值留空", 10, choices=_YES)
_SCOPE = Column("scope", "例如：规模以上；全园区可留空", 12)

GENERAL = Form("", "DataFile", "单独成项的内容。", (
    Column("plan_date", "方案封面上的日期，例如 2014-03", 30, text=True),
    Column("construction_period", "例如 2014-2016，或 2014-03 至 2016-12", 30, text=True),
    Column("total_investment", "全部工程的投资合计，单位万元", 30, "万元"),
    Column("empty", "确实没有的工作表名称，用顿号分开，例如：产品、图件", 30),
))  # fmt: skip
PARK = Form("park", "Park", "园区的基本情况。", (
    Column("name", "与批复文件一致的全称", 40),
    Column("level", "从下拉列表中选择", 40, choices=("国家级", "省级", "市级", "县级")),
    Column("region", "写到省、市，例如：四川省成都市", 40),
    Column("area", "单位平方公里", 40, "平方公里"),
    Column("applicant", "申报单位全称", 40),
    Column("industries", "用顿号分开", 40),
    Column("approved_on", "批准设立的时间，例如 2002-06", 40, text=True),
    Column("approved_by", "批准设立的机关", 40),
    Column("status", "示范、试点园区的建设状态：已建成（已命名）、在建（已批准建设）或拟建（正在申报）", 40, choices=("已建成", "在建", "拟建")),
    Column("kind", "适用标准按类型区分的园区填写，例如：综合类、行业类、静脉产业类", 40),
    _NOTE,
))  # fmt: skip
_WRITTEN_LISTS: tuple[Form, ...] = (
    Form("region_targets", "RegionTarget", "园区所在地区同一时期要完成的目标。", (
        Column("indicator", "从列表选择，或按文件写", 30, choices=_INDICATORS),
        Column("reduction", "下降的百分数，与提高率只填一个", 12, "%"),
        Column("increase", "提高的百分数", 12, "%"),
        Column("base_year", "四位数年份", 10), Column("target_year", "四位数年份", 10),
        Column("region", "省、市名称", 16), Column("source", "下达目标的文件", 30), _NOTE,
    )),
    Form("series", "Series", "各项指标历年的数值；分行业、分产品的另起一行，写明维度和成员。", (
        Column("indicator", "一行一个指标", 34, choices=_INDICATORS), Column("unit", "例如：亿元、万吨标准煤", 14),
        Column("dimension", "全园区留空", 10, choices=("行业", "品种", "产品")), Column("member", "行业或产品名称", 14),
        _SCOPE, _FORECAST, Column("scenario", "预测的情景名称", 12), Column("source", "统计来源", 16),
    ), True),
    Form("energy", "Energy", "分品种的能源消费量。折标系数和排放因子可以不填，不填时用通用数值。", (
        Column("fuel", "例如：原煤、天然气、电力", 16), Column("unit", "例如：吨、万立方米、万千瓦时", 16),
        Column("factor.tce", "每单位折多少吨标准煤；固体、液体按每吨", 18),
        Column("factor.tco2", "每单位排多少吨二氧化碳；固体、液体按每吨", 18),
        _SCOPE, _FORECAST, Column("scenario", "预测的情景名称", 12), Column("source", "统计来源", 16),
    ), True),
    Form("emissions", "Emission", "分来源的二氧化碳排放量。", (
        Column("source", "例如：能源活动、工业生产过程", 20), Column("unit", "例如：万吨二氧化碳", 16),
        _SCOPE, _FORECAST, Column("scenario", "预测的情景名称", 12),
    ), True),
    Form("products", "Product", "主要产品历年的产量。", (
        Column("name", "产品名称", 20), Column("industry", "所属行业", 16), Column("unit", "例如：吨、万台", 12),
        Column("source", "统计来源", 16),
    ), True),
    Form("targets", "TargetRow", "园区承诺达到的指标。", (
        Column("indicator", "从列表选择，或按方案写", 34, choices=_INDICATORS),
        Column("level", "总体 1，二级 2，三级 3", 10, choices=("1", "2", "3")),
        Column("group", "三级指标填它所属的二级指标", 18), Column("unit", "例如：吨二氧化碳/万元", 18),
        Column("base.year", "四位数年份", 10), Column("base.value", "按左边的单位", 12),
        Column("target.year", "四位数年份", 10), Column("target.value", "按左边的单位", 12),
        Column("reduction", "下降的百分数，与提高率只填一个", 12, "%"), Column("increase", "提高的百分数", 12, "%"),
        Column("per", "不填按整个时期", 12, choices=("累计", "年均")), Column("tasks", "任务编号，用顿号分开", 14),
        Column("definition", "怎样计算", 24), Column("source", "现状数据的来源", 20), _NOTE,
    )),
    Form("tasks", "TaskRow", "方案中的任务，一行一项。", (
        Column("id", "自编，例如 T1", 10), Column("name", "与方案中的标题一致", 30), Column("field", "所属的任务领域", 18),
        Column("content", "一两句话", 40), Column("schedule", "例如：2015年底前完成", 18), Column("effect", "预期效果", 24),
        Column("indicators", "用顿号分开", 26), Column("contribution", "对总体目标的贡献，例如 8%", 12),
        Column("priority", "选填", 10), Column("owner", "责任单位", 20), _NOTE,
    )),
    Form("projects", "ProjectRow", "支撑任务的工程项目，一行一个。", (
        Column("name", "项目名称", 30), Column("type", "例如：节能改造", 14), Column("owner", "实施主体全称", 26),
        Column("content", "主要建设内容", 40), Column("start", "例如 2014-03", 12, text=True),
        Column("end", "例如 2015-10", 12, text=True), Column("investment", "单位万元", 14, "万元"),
        Column("funding", "例如：企业自筹、申请专项资金", 20), Column("effect", "写明数量和单位", 30),
        Column("saving", "单位吨标准煤，每年", 16, "吨标准煤"), Column("reduction", "单位吨二氧化碳，每年", 18, "吨二氧化碳"),
        Column("task", "任务编号或名称", 14), Column("steps", "例如：2014年3月开工，2015年6月投产", 26), _NOTE,
    )),
    Form("funding", "Funding", "总投资由哪些资金组成。", (
        Column("source", "例如：企业自筹、银行贷款", 24), Column("amount", "单位万元", 16, "万元"),
        Column("share", "占总投资的百分数", 12, "%"), _NOTE,
    )),
    Form("figures", "FigureRow", "随方案提交的图件。", (
        Column("name", "例如：园区区位图", 30), Column("file", "文件名", 30), Column("kind", "选填", 14), _NOTE,
    )),
)  # fmt: skip

_TIMES = ("date", "period", "year")
_COUNTED = ("次", "家", "年")  # units that go without saying in a header
_WIDE = ("text", "names")


def form_of(listed: Listed) -> Form:
    """The sheet of a declared part; lists inside its entries have sheets of their own, or none."""
    assert listed.field.part is not None
    wide = 40 if listed.single else 0
    columns = tuple(column for field in listed.field.part.fields for column in _columns(field, wide))
    purpose = listed.field.purpose or f"{listed.field.title}。"
    return Form(listed.key, listed.field.part.model, purpose, columns)


def _columns(field: Field, width: int, above: str = "") -> Iterator[Column]:
    if field.kind == "part" and field.part is not None:
        for inner in field.part.fields:
            if inner.key != "note":
                yield from _columns(inner, width, f"{above}{field.key}.")
    elif field.kind != "parts":
        choices = _YES if field.kind == "flag" else tuple(word.names[0] for word in field.words)
        told = [field.purpose] if field.purpose else []
        told += [f"例如：{field.example}"] if field.example and field.kind not in ("flag", "choice") else []
        told += ["用顿号分开"] if field.kind == "names" else []
        told += [f"例如：{'、'.join(choices[:4])}"] if field.kind == "choice" else []
        usual = 10 if field.kind == "flag" else 24 if field.kind in _WIDE else 16
        yield Column(
            f"{above}{field.key}", "；".join(told) or "选填", width or usual, None if field.unit in _COUNTED else field.unit or None, choices,
            field.kind in _TIMES,
        )  # fmt: skip


def general_form(sheets: Collection[str] | None) -> Form:
    """The sheet of values that stand alone, with the declared lists of names that are asked for."""
    lists = (listed.field for listed in listed_parts().values() if listed.field.part is None)
    wanted = (field for field in lists if sheets is None or field.key in sheets)
    return replace(GENERAL, columns=(*GENERAL.columns, *(c for field in wanted for c in _columns(field, 30))))


def sheets_for(sheets: Collection[str] | None) -> tuple[tuple[Form, ...], tuple[Form, ...]]:
    """The forms of single parts and of lists that a template holds: all, or those of the keys asked for."""
    singles = [form for key, form in DECLARED.items() if _LISTED[key].single]
    lists = [*_WRITTEN_LISTS, *(form for key, form in DECLARED.items() if not _LISTED[key].single)]
    lists = [*lists, *map(_linked_form, linked_parts().values())]
    chosen = [tuple(f for f in forms if sheets is None or _asked(f.key, sheets)) for forms in (singles, lists)]
    return (PARK, *chosen[0]), chosen[1]


def _asked(key: str, sheets: Collection[str]) -> bool:
    return key in sheets or (key in linked_parts() and key.rpartition(".")[0] in sheets)


def _linked_form(linked: Linked) -> Form:
    """The sheet of a list inside entries: its first column names the entry."""
    assert linked.field.part is not None
    above = linked.parent.field.title
    columns = (column for field in linked.field.part.fields for column in _columns(field, 0))
    first = Column("of", f"与“{above}”表中的名称或编号一致", 24)
    return Form(
        linked.key, linked.model, linked.field.purpose or f"{linked.title}。", (first, *columns), False, linked.title
    )


_LISTED: Mapping[str, Listed] = {listed.key: listed for listed in listed_parts().values()}
DECLARED: Mapping[str, Form] = {
    listed.key: form_of(listed) for listed in listed_parts().values() if listed.field.part is not None
}

GUIDE: tuple[str, ...] = (
    "每张工作表填写一类内容。不需要的工作表可以整张留空，也可以删除。",
    "没有的数据请留空，不要填 0：留空表示不清楚，程序不会替您假定。",
    "确实没有的内容（例如没有主要产品），请在“基本信息”的“声明为无”一栏写明工作表名称。",
    "表头和工作表名称请不要改动；可以在表头上方加行，也可以增加年份列（例如 2013）。",
    "表头写了单位的，直接填数字；也可以在格子里连单位一起写，例如“1200 万元”“18%”。",
    "时间请写成 2014-03 或 2014年3月，年份请写四位数。",
    "请不要填“略”“待补充”“XX”一类的占位文字，它们会被当作没有内容。",
    "一个格子只写一个值；多个名称用顿号“、”分开。不要另加合计行，合计行不会被读取。",
    "自己用的草稿工作表，名称请以下划线“_”开头，程序会跳过它。",
    "填完后请保存为 .xlsx 格式，不要设置打开密码；含公式的格子请先用 Excel 或 WPS 计算并保存。",
)


def forms_by_key() -> Mapping[str, Form]:
    """Every form by its key; 基本信息 has the key ""."""
    return {form.key: form for form in (GENERAL, PARK, *_WRITTEN_LISTS, *DECLARED.values())}
