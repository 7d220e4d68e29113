"""The built-ins that set numbers against each other, and their records, as the rule language sees them."""

from __future__ import annotations

from plancheck.language.schema import BOOL, TEXT, Function, Parameter, Type, list_of, number

MATTER = Type("matter", label="多处写到的同一数值")
SPLIT = Type("split", label="分项数据")
RATIO = Type("ratio", label="可复算的强度或比重")
JUMP = Type("jump", label="逐年数值")
MAGNITUDE = Type("magnitude", label="指标数值")
CLAIM = Type("claim", label="写成已完成的事")
DIFFERENCE = Type("difference", label="方案与数据文件的不同")
TARGET = Type("target")
STATEMENT = Type("statement")

CROSSCHECK_FUNCTIONS = (
    Function("matters", (), list_of(MATTER), "在两处以上写到的同一数值"),
    Function("splits", (), list_of(SPLIT), "各指标的分项数据"),
    Function("ratios", (), list_of(RATIO), "可由总量复算的强度或比重"),
    Function("jumps", (), list_of(JUMP), "三年以上的逐年数值"),
    Function("magnitudes", (), list_of(MAGNITUDE), "有常见范围的指标的数值"),
    Function("past_claims", (), list_of(CLAIM), "写成已完成的事"),
    Function("others", (Parameter("target", types=("target",)),), list_of(TARGET), "与{target}同一指标的其他目标"),
    Function("region_targets", (), list_of(TARGET), "所在地区的目标"),
    Function(
        "counterparts", (Parameter("target", types=("target",)),), list_of(TARGET), "与所在地区的{target}相应的园区目标"
    ),
    Function("disagreements", (), list_of(DIFFERENCE), "方案与数据文件不一致之处"),
    Function("double_statements", (), list_of(DIFFERENCE), "方案与数据文件都写到的数值"),
)

CROSSCHECK_RECORDS: dict[str, dict[str, Type]] = {
    "matter": {
        "subject": TEXT,
        "indicator": TEXT,
        "year": number(""),
        "statements": list_of(STATEMENT),
        "slip": TEXT,
    },
    "split": {
        "subject": TEXT,
        "by": TEXT,
        "sum": number(None),
        "shares": number("percent"),
        "totals": list_of(STATEMENT),
        "whole": BOOL,
    },
    "ratio": {"subject": TEXT, "stated": number(None), "quotients": list_of(STATEMENT), "comparable": BOOL},
    "jump": {"subject": TEXT, "value": number(None), "beside": number(None), "times": TEXT, "slipped": BOOL},
    "magnitude": {"subject": TEXT, "value": number(None), "possible": BOOL, "usual": BOOL, "bounds": TEXT},
    "claim": {"year": number(""), "text": TEXT},
    "difference": {"subject": TEXT, "plan": TEXT, "data": TEXT},
}
