"""The built-ins that rules may call and the records that they give, as the language's checker sees them.

They are general (they would serve a pack about another subject); what a requirement asks is said in its rule.
`docs/language.md` shows each with an example.
"""

from __future__ import annotations

from plancheck.judgement.crosscheck_schema import CROSSCHECK_FUNCTIONS, CROSSCHECK_RECORDS
from plancheck.judgement.entry_schema import (
    DECLARED_RECORDS,
    ENTRY_FUNCTIONS,
    ENTRY_RECORDS,
    FIELD_WORDS,
    PART_WORDS,
    TEXT_WORDS,
)
from plancheck.judgement.reckoning_schema import RECKONING_FUNCTIONS, RECKONING_RECORDS
from plancheck.language.schema import (
    BOOL,
    PERIOD,
    TEXT,
    Function,
    Parameter,
    Schema,
    Type,
    list_of,
    number,
)

SECTION, PASSAGE, FIGURE, TABLE = Type("section"), Type("passage"), Type("figure"), Type("table")
CONTRIBUTION, CITATION = Type("contribution"), Type("citation")
ACHIEVEMENT = Type("achievement", label="目标的完成情况")
PROJECT, TASK, TARGET, STATEMENT, POINT = (
    Type("project"),
    Type("task"),
    Type("target"),
    Type("statement"),
    Type("point"),
)

DIMENSIONS = ("品种", "行业", "产品", "来源", "企业")
TABLE_KINDS = ("projects", "indicators", "series", "energy", "schedule", "benchmark", "contribution", "other")
KINDS_OF_UNIT = ("number", "percent", "area", "money", "energy", "carbon", "mass", "power", "year", "pieces")
TOTALS = ("总投资", "项目数", "节能量", "减碳量", "资金来源")

_WORDS = ("term", "indicator", "section", "group")
_IN = Parameter(
    "in",
    entities=("section",),
    types=("section", "task", "project", "passage", "table", "list"),
    optional=True,
    keyword=True,
)
_OUTSIDE = Parameter("outside", entities=("section",), types=("section", "list"), optional=True, keyword=True)
_USUALLY = Parameter("usually", entities=("section",), types=("section", "list"), optional=True, keyword=True)
_WITH = Parameter("with", entities=_WORDS, optional=True, keyword=True)
_STATING = Parameter("stating", words=KINDS_OF_UNIT, optional=True, keyword=True)
_ON = Parameter("indicator", entities=("indicator",))
_YEAR = Parameter("year", types=("number",))
_SCOPE = Parameter("scope", types=("text",), optional=True, keyword=True)
_SCENARIO = Parameter("scenario", types=("text",), optional=True, keyword=True)
_BY = Parameter("by", words=DIMENSIONS, keyword=True)
_LEVEL = Parameter("level", types=("number",), optional=True, keyword=True)
_NUM = ("number",)

_FUNCTIONS = (
    Function("section", (Parameter("name", entities=("section",)),), SECTION, "{name}这一部分"),
    Function("heading", (Parameter("name", entities=("section",)),), SECTION, "带有{name}的标题"),
    Function("sections", (Parameter("names", entities=("section",), many=True),), list_of(SECTION), "{names}这几部分"),
    Function(
        "ordered",
        (Parameter("names", entities=("section",), many=True),),
        BOOL,
        "{names}按此先后排列",
    ),
    Function(
        "mentions",
        (Parameter("terms", entities=_WORDS, many=True), _IN, _OUTSIDE, _USUALLY, _WITH, _STATING),
        list_of(PASSAGE),
        "提到{terms}的语句",
    ),
    Function(
        "quoting",
        (Parameter("text", types=("text",)), _IN, _USUALLY, _WITH, _STATING),
        list_of(PASSAGE),
        "写到“{text}”的语句",
    ),
    Function(
        "amounts_near",
        (
            Parameter("passages", types=("list", "passage")),
            Parameter("terms", entities=_WORDS, many=True),
            _STATING,
        ),
        list_of(number(None)),
        "{passages}里紧挨{terms}的数量",
    ),
    Function("around", (Parameter("passages", types=("list", "passage")),), list_of(PASSAGE), "{passages}及其上下文"),
    Function("passages", (_IN, _OUTSIDE, _WITH, _STATING), list_of(PASSAGE), "各条语句"),
    Function(
        "says",
        (
            Parameter("text", types=("text", "task", "section", "project", "passage", *DECLARED_RECORDS)),
            Parameter("terms", entities=_WORDS, many=True),
        ),
        BOOL,
        "{text}中写有{terms}",
    ),
    Function(
        "only",
        (Parameter("text", types=("text",)), Parameter("words", types=("text",))),
        BOOL,
        "{text}只有{words}这样的话",
    ),
    Function(
        "has_word",
        (Parameter("text", types=("text",)), Parameter("words", types=("text",))),
        BOOL,
        "{text}里有{words}中的词",
    ),
    Function("words", (Parameter("text", types=("text",)),), list_of(TEXT), "{text}里的各项"),
    Function(
        "repeats",
        (Parameter("text", types=("text",)), Parameter("other", types=("text",))),
        BOOL,
        "{text}只是重复{other}",
    ),
    Function("related", (Parameter("text", types=("text",)), _IN), list_of(PASSAGE), "与“{text}”有关的语句"),
    Function("unclear", (Parameter("reason", types=("text",)),), BOOL, "（要由人判断：{reason}）"),
    Function("figures", (Parameter("terms", entities=_WORDS, many=True),), list_of(FIGURE), "题名为{terms}的图"),
    Function(
        "tables",
        (Parameter("kind", words=TABLE_KINDS, many=True, optional=True), _IN, _WITH),
        list_of(TABLE),
        "{kind}类表格",
    ),
    Function(
        "columns",
        (Parameter("table", types=("table",)), Parameter("names", entities=("column",), many=True)),
        list_of(TEXT),
        "表中的{names}栏",
    ),
    Function(
        "event_years",
        (
            Parameter("terms", entities=_WORDS, many=True),
            _IN,
            Parameter("whose", words=("园区", "地区"), optional=True, keyword=True),
        ),
        list_of(number("")),
        "{terms}的年份",
    ),
    Function("cover", (), list_of(TEXT), "封面和题名"),
    Function("dangling", (_IN,), list_of(TEXT), "正文提到而没有附上的附件"),
    Function("citations", (_IN,), list_of(CITATION), "引用的文件"),
    Function("value", (_ON, _YEAR, _SCOPE), number(None), "{year}年的{indicator}", unit_of="indicator"),
    Function("statements", (_ON, _YEAR), list_of(STATEMENT), "各处写到的{year}年{indicator}"),
    Function("series_years", (_ON,), list_of(number("")), "{indicator}有数据的年份"),
    Function(
        "forecast", (_ON, _YEAR, _SCOPE, _SCENARIO), number(None), "{year}年的{indicator}预测值", unit_of="indicator"
    ),
    Function(
        "agree",
        (Parameter("statements", types=("list",)), Parameter("within", types=_NUM, optional=True, keyword=True)),
        BOOL,
        "{statements}相互一致",
    ),
    Function("members", (_ON, _BY, _YEAR), list_of(POINT), "{year}年{indicator}按{by}的分项"),
    Function("parts_sum", (_ON, _BY, _YEAR), number(None), "{year}年{indicator}各{by}之和", unit_of="indicator"),
    Function("shares_sum", (_ON, _BY, _YEAR), number("percent"), "{year}年{indicator}各{by}占比之和"),
    Function("target", (_ON, _LEVEL), TARGET, "{indicator}的目标"),
    Function(
        "targets",
        (
            Parameter("indicator", entities=("indicator", "term", "group"), many=True, optional=True),
            _LEVEL,
            Parameter("group", types=("text",), entities=("group",), optional=True, keyword=True),
        ),
        list_of(TARGET),
        "{indicator}目标",
    ),
    Function(
        "restated",
        (Parameter("target", types=("target",)), _IN),
        list_of(number(None)),
        "{target}的目标值在别处的写法",
    ),
    Function(
        "restated_years",
        (Parameter("target", types=("target",)), _IN),
        list_of(number("")),
        "{target}的目标值在别处所写的年份",
    ),
    Function("region_target", (_ON,), TARGET, "所在地区的{indicator}目标"),
    Function("assigned_targets", (_ON,), list_of(TARGET), "下达给园区的{indicator}目标"),
    Function(
        "annual_rate",
        (Parameter("change", types=_NUM), Parameter("from", types=_NUM), Parameter("to", types=_NUM)),
        number("percent"),
        "{change}折算到{from}—{to}年的年均率",
    ),
    Function(
        "fall",
        (Parameter("base", types=_NUM), Parameter("target", types=_NUM)),
        number("percent"),
        "从{base}到{target}的下降率",
    ),
    Function("size", (Parameter("change", types=_NUM),), number(None), "{change}的大小"),
    Function("stated", (Parameter("what", words=TOTALS),), list_of(STATEMENT), "文中写明的{what}"),
    Function("periods", (Parameter("terms", entities=("term",), many=True),), list_of(PERIOD), "{terms}写明的起止年份"),
    Function(
        "years",
        (
            Parameter("region", types=("task", "section", "passage", "table", "project", "text"), optional=True),
            Parameter("of", entities=("term",), optional=True, keyword=True),
        ),
        list_of(number("")),
        "{region}写到的年份",
    ),
    Function(
        "amounts",
        (Parameter("region", types=("task", "section", "passage", "project", "text")), _STATING),
        list_of(number(None)),
        "{region}写到的数量",
    ),
    Function("data", (Parameter("key", types=("text",)),), TEXT, "数据文件的 {key}"),
    Function("projects", (), list_of(PROJECT), "重点工程项目"),
    Function("contributions", (), list_of(CONTRIBUTION), "贡献表的各行"),
    Function("achievements", (), list_of(ACHIEVEMENT), "目标值与完成值并列的各行"),
    Function("tasks", (), list_of(TASK), "主要任务"),
    Function("subtasks", (), list_of(TASK), "分项任务"),
    Function("first", (Parameter("list", types=("list",)),), Type("any"), "{list}中的第一个"),
    Function("distinct", (Parameter("list", types=("list",)),), list_of(Type("any")), "{list}中互不相同的"),
)

_RECORDS: dict[str, dict[str, Type]] = {
    "section": {"title": TEXT, "level": number(""), "substance": number(""), "position": number("")},
    "passage": {"text": TEXT, "section": TEXT, "heading": TEXT},
    "figure": {"caption": TEXT, "present": BOOL},
    "table": {"caption": TEXT, "kind": TEXT, "rows": number("")},
    "project": {
        "name": TEXT,
        "engineering": BOOL,
        "described": BOOL,
        "项目名称": TEXT,
        "项目类型": TEXT,
        "主要内容": TEXT,
        "实施主体": TEXT,
        "投资额": number("money"),
        "投资方式": TEXT,
        "项目起止时间": PERIOD,
        "所属任务": TEXT,
        "实施计划": TEXT,
        "预期效果": TEXT,
        "节能量": number("coal-equivalent"),
        "减碳量": number("co2"),
    },
    "task": {
        "name": TEXT,
        "field": TEXT,
        "level": number(""),
        "substance": number(""),
        "children": list_of(TASK),
        "parent": TASK,
        "headed": BOOL,
        "contribution": number(None),
        "贡献率": number("percent"),
        "贡献量": number(None),
        "预期效果": TEXT,
        "完成时间": TEXT,
        "责任单位": TEXT,
        "优先级": TEXT,
        "对应指标": TEXT,
    },
    "target": {
        "indicator": TEXT,
        "level": number(""),
        "group": TEXT,
        "unit": TEXT,
        "base_year": number(""),
        "target_year": number(""),
        "base": number(None),
        "target": number(None),
        "change": number(None),
        "direction": TEXT,
        "trend": TEXT,
        "definition": TEXT,
        "relative": BOOL,
        "yearly": BOOL,
        "yearly_rate": number("percent"),
        "recomputed": list_of(STATEMENT),
        "at_least": BOOL,
        "place": TEXT,
    },
    "achievement": {
        "indicator": TEXT,
        "base": number(None),
        "target": number(None),
        "achieved": number(None),
        "met": BOOL,
    },
    "contribution": {
        "task": TEXT,
        "贡献率": number("percent"),
        "贡献量": number(None),
        "优先级": TEXT,
        "total": BOOL,
    },
    "citation": {"title": TEXT, "number": TEXT},
    "statement": {"value": number(None), "text": TEXT},
    "point": {
        "member": TEXT,
        "value": number(None),
        "year": number(""),
        "scope": TEXT,
        "basis": TEXT,
        "measure": TEXT,
        "carbon_factor": number(None),
    },
    "period": {"start": number(""), "end": number(""), "months": number("")},
}

SCHEMA = Schema(
    {f.name: f for f in (*_FUNCTIONS, *ENTRY_FUNCTIONS, *CROSSCHECK_FUNCTIONS, *RECKONING_FUNCTIONS)},
    {**_RECORDS, **ENTRY_RECORDS, **CROSSCHECK_RECORDS, **RECKONING_RECORDS},
    FIELD_WORDS,
    PART_WORDS,
    TEXT_WORDS,
)
