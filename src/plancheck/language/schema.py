"""What rules may look at: the types, record fields and built-ins that the checker knows. Filled by the judgement stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Type:
    """A type of the language: `name` (bool, number, text, period, range, list, or a record's name).

    `of` is the member type of a list; `dimension` that of a number where it is known when the pack loads
    ("" for a bare number, None where only a plan can tell). `words` are what a text may be where they are known;
    `label` is what readers call a record.
    """

    name: str
    of: Type | None = None
    dimension: str | None = None
    words: tuple[str, ...] = ()
    label: str = ""

    def show(self) -> str:
        """The type in Chinese, for diagnostics."""
        if self.name == "list" and self.of is not None:
            return f"{self.of.show()}的集合"
        if self.name == "number" and self.dimension:
            return f"数（量纲 {self.dimension}）"
        return self.label or _TYPE_NAMES.get(self.name, self.name)


_TYPE_NAMES = {
    "bool": "是非",
    "number": "数",
    "text": "文字",
    "period": "起止时间",
    "date": "日期",
    "range": "年份范围",
    "any": "任意值",
    "section": "章节",
    "passage": "语句",
    "figure": "图",
    "table": "表",
    "project": "工程项目",
    "task": "任务",
    "target": "目标",
    "statement": "数值陈述",
    "point": "分项数值",
}

BOOL = Type("bool")
TEXT = Type("text")
ANY = Type("any")
PERIOD = Type("period")
DATE = Type("date")
RANGE = Type("range")


def number(dimension: str | None = None) -> Type:
    """A number type."""
    return Type("number", None, dimension)


def list_of(member: Type) -> Type:
    """A list type."""
    return Type("list", member)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a built-in.

    `entities` names the kinds of vocabulary entries it takes (then it takes only names); `words` a fixed list of words;
    `type` the type of a value otherwise (a tuple of type names it accepts). `many` takes all remaining arguments.
    """

    name: str
    entities: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    many: bool = False
    optional: bool = False
    keyword: bool = False


@dataclass(frozen=True, slots=True)
class Function:
    """A built-in: its parameters, its result, and how `explain` words it (`{name}` stands for a parameter).

    `unit_of` names the parameter whose indicator gives the result its unit. `results` are the types of the result by
    the word given first, where it depends on it.
    """

    name: str
    parameters: tuple[Parameter, ...]
    returns: Type
    words: str
    unit_of: str | None = None
    results: Mapping[str, Type] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Schema:
    """All that rules may look at; `field_words`, `words` and `texts` are the Chinese for fields, for words given to
    built-ins and for the fixed words that a text field may hold.
    """

    functions: Mapping[str, Function] = field(default_factory=dict)
    records: Mapping[str, Mapping[str, Type]] = field(default_factory=dict)
    field_words: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
