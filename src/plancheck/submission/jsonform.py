"""The JSON form: the same keys; numbers keep their text."""

from __future__ import annotations

import json
from typing import Any

from plancheck.core.diagnostic import Diagnostic, Place
from plancheck.submission.tree import MAX_DEPTH, MAX_NODES, Entries, Items, Node, Reading, Scalar


class _Pairs(list[tuple[str, Any]]):
    """An object as its pairs, so that a repeated key is seen."""


def read_json(text: str, file: str) -> Reading:
    """The tree of a JSON text; mistakes as diagnostics, root None where reading had to stop."""
    place = Place(file)
    try:
        value = json.loads(text, object_pairs_hook=_Pairs, parse_float=str, parse_int=str, parse_constant=str)
    except json.JSONDecodeError as error:
        lines = text.splitlines()
        source = lines[error.lineno - 1] if error.lineno <= len(lines) else None
        where = Place(file, error.lineno, error.colno, source_line=source)
        message = f"第 {error.lineno} 行不符合 JSON 的写法"
        return Reading(
            None, (Diagnostic("data-json-syntax", message, where, "请检查引号、逗号和括号是否齐全、成对。"),)
        )
    except RecursionError:
        return Reading(None, (_too_deep(place),))
    counter = [0]
    try:
        return Reading(_node(value, place, 0, counter))
    except _TooDeepError:
        return Reading(None, (_too_deep(place),))
    except _TooManyError:
        message = f"内容超过 {MAX_NODES} 项"
        return Reading(None, (Diagnostic("data-too-large", message, place, "请只写要填报的内容。"),))


class _TooDeepError(Exception):
    pass


class _TooManyError(Exception):
    pass


def _too_deep(place: Place) -> Diagnostic:
    return Diagnostic("data-too-deep", f"内容嵌套超过 {MAX_DEPTH} 层", place, "请按数据文件模板的层次填写。")


def _node(value: Any, place: Place, depth: int, counter: list[int]) -> Node:
    counter[0] += 1
    if counter[0] > MAX_NODES:
        raise _TooManyError
    if depth > MAX_DEPTH:
        raise _TooDeepError
    if isinstance(value, _Pairs):
        return Entries(tuple((k, place, _node(v, place, depth + 1, counter)) for k, v in value), place)
    if isinstance(value, list):
        return Items(tuple(_node(v, place, depth + 1, counter) for v in value), place)
    if value is None:
        return Scalar(None, place)
    if isinstance(value, bool):
        return Scalar("true" if value else "false", place)
    return Scalar(str(value), place)
