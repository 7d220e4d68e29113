"""The declared parts of the data file as the rule language sees them: types of record, and the built-ins that give them."""

from __future__ import annotations

from plancheck.core.units import parse_surface, unit
from plancheck.facts.data_parts import Field, Listed, Part, listed_parts, records
from plancheck.language.schema import BOOL, DATE, PERIOD, TEXT, Function, Parameter, Type, list_of, number


def record_type(part: Part) -> Type:
    """The type of an entry of a part."""
    return Type(part.record, label=part.title)


def field_type(field: Field) -> Type:
    """The type of a declared field."""
    if field.kind == "choice":
        return Type("text", words=tuple(word.word for word in field.words))
    if field.kind == "number":
        known = parse_surface(field.unit) if field.unit else None
        measured = unit(known[0]) if known is not None else None
        return number(measured.dimension if measured is not None else None)
    if field.kind in ("parts", "amounts") and field.part is not None:
        return list_of(record_type(field.part))
    if field.kind == "part" and field.part is not None:
        return record_type(field.part)
    return _PLAIN[field.kind]


_PLAIN: dict[str, Type] = {
    "text": TEXT,
    "year": number(""),
    "date": DATE,
    "period": PERIOD,
    "flag": BOOL,
    "names": list_of(TEXT),
}


def _given_by(listed: Listed) -> Type:
    if listed.field.kind == "names" or listed.field.part is None:
        return list_of(TEXT)
    member = record_type(listed.field.part)
    return member if listed.single else list_of(member)


_LISTS = {word: listed for word, listed in listed_parts().items() if not listed.single}
_SINGLES = {word: listed for word, listed in listed_parts().items() if listed.single}
_DAY = Parameter("date", types=("date",))
_FROM_TO = (Parameter("from", types=("date",)), Parameter("to", types=("date",)))

ENTRY_FUNCTIONS = (
    Function(
        "entries",
        (Parameter("part", words=tuple(_LISTS)),),
        list_of(Type("any")),
        "“{part}”各条",
        results={word: _given_by(listed) for word, listed in _LISTS.items()},
    ),
    Function(
        "entry",
        (Parameter("part", words=tuple(_SINGLES)),),
        Type("any"),
        "“{part}”",
        results={word: _given_by(listed) for word, listed in _SINGLES.items()},
    ),
    Function("submission_date", (), DATE, "提交日期"),
    Function("date", (Parameter("text", types=("text",)),), DATE, "{text}"),
    Function("end_of", (_DAY,), DATE, "{date}的最后一天"),
    Function("months_between", _FROM_TO, number(""), "从{from}到{to}的月数"),
    Function("days_between", _FROM_TO, number(""), "从{from}到{to}的天数"),
)

DECLARED_RECORDS = tuple(records())
ENTRY_RECORDS: dict[str, dict[str, Type]] = {
    **{name: {field.key: field_type(field) for field in part.fields} for name, part in records().items()},
    "date": {"year": number(""), "month": number(""), "day": number("")},
}

PART_WORDS: dict[str, str] = {word: listed.field.title for word, listed in listed_parts().items()}
_CHOSEN = [(w.word, w.names[0]) for part in records().values() for field in part.fields for w in field.words]
TEXT_WORDS: dict[str, str] = {word: label for word, label in _CHOSEN if len({b for a, b in _CHOSEN if a == word}) == 1}
FIELD_WORDS: dict[str, str] = {
    "month": "月份",
    "day": "日",
    **{field.key: field.title for part in reversed(records().values()) for field in part.fields},
}
