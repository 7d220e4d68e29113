"""The built-ins that redo the plan's arithmetic (factors, table totals, elasticities, projects), as rules see them."""

from __future__ import annotations

from plancheck.language.schema import BOOL, TEXT, Function, Parameter, Type, list_of, number

RECKONING = Type("reckoning", label="可复算的数值")

DOUBLE = Type("double", label="看来重复的两项工程")

RECKONING_FUNCTIONS = (
    Function(
        "conversions",
        (Parameter("into", words=("折标量", "排放量")),),
        list_of(RECKONING),
        "可由实物量和系数复算的{into}",
    ),
    Function("table_sums", (), list_of(RECKONING), "各表的合计"),
    Function("table_shares", (), list_of(RECKONING), "各表的占比"),
    Function(
        "project_sums",
        (Parameter("what", words=("总投资", "项目数", "节能量", "减碳量")),),
        list_of(RECKONING),
        "写明的全部工程的{what}",
    ),
    Function("project_groups", (), list_of(RECKONING), "分类写明的工程项数和投资"),
    Function("reduction_needs", (), list_of(RECKONING), "写明的实现目标所需的减排量"),
    Function("effect_sizes", (), list_of(RECKONING), "全部工程的效果"),
    Function("elasticities", (), list_of(RECKONING), "写明的弹性系数"),
    Function("doubles", (Parameter("project", types=("project",)),), list_of(DOUBLE), "与{project}看来是同一项的工程"),
)

RECKONING_RECORDS: dict[str, dict[str, Type]] = {
    "reckoning": {
        "subject": TEXT,
        "stated": number(None),
        "computed": number(None),
        "basis": TEXT,
        "firm": BOOL,
        "times": number(""),
        "slip": TEXT,
        "doubt": TEXT,
    },
    "double": {"first": TEXT, "second": TEXT, "same": TEXT, "sure": BOOL, "doubt": TEXT},
}
