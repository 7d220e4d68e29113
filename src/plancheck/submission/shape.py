"""From the file's own words to the model: Chinese and other names become keys, mistakes become diagnostics.

Goes through the tree along the model's annotations. Unknown keys, repeated keys and wrong kinds of value are reported
with their place; nothing is dropped silently.
"""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel

from plancheck.core.diagnostic import Diagnostic, Place
from plancheck.submission.aliases import KEYS, fold, lookup, title
from plancheck.submission.tree import Entries, Items, Node, Scalar, plain
from plancheck.submission.values import read_year

Kind = Literal["text", "names", "yearly", "named", "part", "parts"]
NOTHING = frozenset({"无", "没有", "none", "不涉及"})
_SEPARATORS = "、，,;；\n"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a key holds: a text, a list of names, values by year or by name, a part or a list of parts (of `model`)."""

    kind: Kind
    model: type[BaseModel] | None = None


@cache
def expected(model: type[BaseModel]) -> Mapping[str, Expected]:
    """What each key of a model holds, told from its annotations."""
    return {name: _kind_of(info.annotation) for name, info in model.model_fields.items()}


def expected_at(model: type[BaseModel], path: str) -> Expected:
    """What a dotted key holds: `base.year` of a target row is a text."""
    head, _, rest = path.partition(".")
    wanted = expected(model)[head]
    return expected_at(wanted.model, rest) if rest and wanted.model is not None else wanted


def _kind_of(annotation: Any) -> Expected:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is dict:
        return Expected("yearly" if arguments[0] is int else "named")
    if origin is tuple:
        inner = arguments[0]
        return Expected("parts", inner) if _is_model(inner) else Expected("names")
    if origin in (types.UnionType, typing.Union):
        models = [a for a in arguments if _is_model(a)]
        if models:
            return Expected("part", models[0])
    return Expected("text")


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


@dataclass(slots=True)
class Shaper:
    """Builds the value of one data file; collects `places` (key → place) and `diagnostics` on the way."""

    places: dict[str, Place] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)

    def part(self, node: Node, model: type[BaseModel], at: str) -> dict[str, Any]:
        """The keys and values of a mapping, for `model`; `at` is its key in the file ("" for the whole file)."""
        if not isinstance(node, Entries):
            if not (isinstance(node, Scalar) and plain(node.text) is None):
                what = f"“{told(at)}”" if at else "数据文件"
                self._report(
                    "data-wrong-kind", f"{what}应当由“名称: 值”组成，现在不是", node.place, at, _choices(model)
                )
            return {}
        found: dict[str, Any] = {}
        written: dict[str, str] = {}
        for name, place, child in node.entries:
            path = lookup(model.__name__).get(fold(name))
            if path is None:
                self._unknown(name, place, model, at)
                continue
            whole = f"{at}.{path}" if at else path
            if path in written:
                self._report(
                    "data-duplicate-key",
                    f"“{name}”与“{written[path]}”是同一项，写了两次" if name != written[path] else f"“{name}”写了两次",
                    place,
                    whole,
                    "请只保留一处。",
                )
                continue
            written[path] = name
            self.places.setdefault(whole, replace(child.place, key=whole))
            self._put(found, path, child, model, whole)
        return found

    def _put(self, found: dict[str, Any], path: str, child: Node, model: type[BaseModel], whole: str) -> None:
        head, _, rest = path.partition(".")
        value = self._value(child, expected_at(model, path), whole)
        if value is None:
            return
        if rest:
            for step in reversed(rest.split(".")):
                value = {step: value}
            whole = whole.removesuffix("." + rest)
        if isinstance(value, dict) and isinstance(found.get(head), dict):
            self._merge(found[head], value, whole, child.place)
        else:
            found[head] = value

    def _merge(self, old: dict[str, Any], new: dict[str, Any], at: str, place: Place) -> None:
        for key, value in new.items():
            if isinstance(value, dict) and isinstance(old.get(key), dict):
                self._merge(old[key], value, f"{at}.{key}", place)
            elif key in old:
                whole = f"{at}.{key}"
                self._report("data-duplicate-key", f"“{told(whole)}”写了两次", place, whole, "请只保留一处。")
            else:
                old[key] = value

    def _value(self, node: Node, wanted: Expected, at: str) -> Any:
        if isinstance(node, Scalar) and plain(node.text) is None:
            return None
        if wanted.kind == "part" and wanted.model is not None:
            return self.part(node, wanted.model, at)
        if wanted.kind == "parts" and wanted.model is not None:
            return self._parts(node, wanted.model, at)
        if wanted.kind == "names":
            return self._names(node, at)
        if wanted.kind == "yearly":
            return self._yearly(node, at)
        if wanted.kind == "named":
            return self._named(node, at)
        if isinstance(node, Scalar):
            return plain(node.text)
        self._report("data-wrong-kind", f"“{told(at)}”应当是一个值，现在是一组内容", node.place, at, "请只写一个值。")
        return None

    def _parts(self, node: Node, model: type[BaseModel], at: str) -> list[dict[str, Any]] | None:
        if isinstance(node, Scalar) and fold(node.text or "") in NOTHING:
            self.empty.append(at)
            return None
        if not isinstance(node, Items):
            help_ = "请写成列表，每一条前面加“- ”；确实没有的，写“无”。"
            self._report("data-wrong-kind", f"“{told(at)}”应当是列表，现在不是", node.place, at, help_)
            return None
        rows = []
        for index, item in enumerate(node.items, start=1):
            here = f"{at}[{index}]"
            self.places[here] = replace(item.place, key=here)
            rows.append(self.part(item, model, here))
        return rows

    def _names(self, node: Node, at: str) -> list[str] | None:
        if isinstance(node, Scalar):
            text = node.text or ""
            for separator in _SEPARATORS:
                text = text.replace(separator, "\0")
            return [name.strip() for name in text.split("\0") if name.strip()]
        if isinstance(node, Items):
            names: list[str] = []
            for index, item in enumerate(node.items, start=1):
                here = f"{at}[{index}]"
                self.places[here] = replace(item.place, key=here)
                name = self._value(item, Expected("text"), here)
                if name is not None:
                    names.append(name)
            return names
        self._report("data-wrong-kind", f"“{told(at)}”应当是一串名称，现在不是", node.place, at, "请写成 [甲, 乙]。")
        return None

    def _named(self, node: Node, at: str) -> dict[str, str | None]:
        if isinstance(node, Scalar):
            node = _pairs_in(node) or node
        if not isinstance(node, Entries):
            help_ = "请写成 {甲: 1, 乙: 2}，名称在前，数值在后。"
            self._report("data-wrong-kind", f"“{told(at)}”应当按名称写数值，现在不是", node.place, at, help_)
            return {}
        found: dict[str, str | None] = {}
        for name, place, child in node.entries:
            whole = f"{at}.{name}"
            if name in found:
                self._report("data-duplicate-key", f"“{told(at)}”中“{name}”写了两次", place, whole, "请只保留一处。")
                continue
            self.places[whole] = replace(child.place, key=whole)
            found[name] = self._value(child, Expected("text"), whole)
        return found

    def _yearly(self, node: Node, at: str) -> dict[int, str | None]:
        if not isinstance(node, Entries):
            help_ = "请写成 {2010: 100.2, 2011: 112.0}，年份在前，数值在后。"
            self._report("data-wrong-kind", f"“{told(at)}”应当按年份写数值，现在不是", node.place, at, help_)
            return {}
        found: dict[int, str | None] = {}
        for name, place, child in node.entries:
            year = read_year(name)
            if year is None:
                help_ = "请写四位数的年份，例如 2010。"
                self._report("data-bad-year", f"“{told(at)}”中的“{name}”不是年份", place, f"{at}.{name}", help_)
                continue
            whole = f"{at}.{year}"
            if year in found:
                self._report("data-duplicate-key", f"“{told(at)}”中 {year} 年写了两次", place, whole, "请只保留一处。")
                continue
            self.places[whole] = replace(child.place, key=whole)
            found[year] = self._value(child, Expected("text"), whole)
        return found

    def _unknown(self, name: str, place: Place, model: type[BaseModel], at: str) -> None:
        where = f"“{told(at)}”里" if at else "数据文件里"
        self._report(
            "data-unknown-key",
            f"{where}没有“{name}”这一项",
            place,
            f"{at}.{name}" if at else name,
            suggest(name, model),
        )

    def _report(self, code: str, message: str, place: Place, at: str, help_: str) -> None:
        self.diagnostics.append(Diagnostic(code, message, replace(place, key=at or None), help_))


def _pairs_in(node: Scalar) -> Entries | None:
    """What a cell says by name (G1：31.4；G2：12）, None where a piece has no name or no value."""
    text = node.text or ""
    for separator in ("；", ";", "\n", "，", "、"):
        text = text.replace(separator, "\0")
    found: list[tuple[str, Place, Node]] = []
    for piece in text.split("\0"):
        name, sign, value = piece.replace("：", ":").replace("＝", ":").replace("=", ":").partition(":")
        if piece.strip() and not (sign and name.strip() and value.strip()):
            return None
        if piece.strip():
            found.append((name.strip(), node.place, Scalar(value.strip(), node.place)))
    return Entries(tuple(found), node.place) if found else None


def suggest(name: str, model: type[BaseModel]) -> str:
    """What the user may have meant by an unknown key: the nearest name, or the list of all."""
    key = nearest(name, model.__name__)
    if key is None:
        return _choices(model)
    return f"您是不是想写“{title(model.__name__, key)}”（{key}）？"


def nearest(name: str, model: str) -> str | None:
    """The key whose name is nearest to an unknown one; two-character Chinese names may differ in one character."""
    names = lookup(model)
    cutoff = 0.6 if name.isascii() else 0.5
    near = difflib.get_close_matches(fold(name), names, n=1, cutoff=cutoff)
    return names[near[0]] if near else None


def _choices(model: type[BaseModel]) -> str:
    keys = KEYS[model.__name__]
    return "可以写的项有：" + "、".join(f"{title(model.__name__, k)}（{k}）" for k in keys if "." not in k) + "。"


_INDEX_OPEN = "["


def told(at: str) -> str:
    """A key for a reader: the Chinese titles along the way, `projects[3].investment` → 工程第3条的投资额."""
    from plancheck.submission.whole import whole_model

    model: type[BaseModel] | None = whole_model()
    words: list[str] = []
    for step in at.split("."):
        name, _, index = step.partition(_INDEX_OPEN)
        if model is None:
            words.append(f"{step}年" if step.isdigit() else step)
            continue
        wanted = expected(model).get(name)
        word = title(model.__name__, name)
        words.append(f"{word}第{index.rstrip(']')}条" if index else word)
        model = wanted.model if wanted else None
    return "的".join(words)
