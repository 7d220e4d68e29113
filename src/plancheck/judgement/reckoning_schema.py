"""The built-ins that redo the plan's arithmetic (factors, table totals, elasticities, projects), as rules see them."""

from __future__ import annotations

from plancheck.language.schema import BOOL, TEXT, Function, Parameter, Type, list_of, number

RECKONING = Type("reckoning", label="可复算的数值")

RECKONING_FUNCTIONS = (
    Function(
        "conversions",
        (Parameter("into", words=("折标量", "排放量")),),
        list_of(RECKONING),
        "可由实物量和系数复算的{into}",
    ),
    Function("table_sums", (), list_of(RECKONING), "各表的合计"),
    Function("table_shares", (), list_of(RECKONING), "各表的占比"),
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
}
