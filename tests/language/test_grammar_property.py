"""Sentences drawn from the grammar itself: each parses, and the same text gives the same tree."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark

from plancheck.core.resources import read_resource
from plancheck.language.parse import parse_source


@lru_cache(maxsize=1)
def _sentences() -> Any:
    grammar = Lark(read_resource("grammars", "rules.lark"), parser="lalr", start="expr")
    words = {
        "NAME": st.sampled_from(["甲", "p", "工业增加值"]),
        "NUMBER": st.sampled_from(["1", "2012", "0.5"]),
        "UNIT": st.sampled_from(["万元", "%", "吨标准煤/万元"]),
        "STRING": st.just('"文"'),
    }
    return from_lark(grammar, start="expr", explicit=words)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_an_expression_of_the_grammar_is_read_the_same_twice(data: st.DataObject) -> None:
    expression = data.draw(_sentences())
    text = f'rule test-pack/1 shall "x" {{ clause 一\n require {expression} otherwise "y" }}'
    first, mistakes = parse_source(text, "a.rules", 0)
    second, _ = parse_source(text, "a.rules", 0)
    assert first == second
    assert (first is None) == bool(mistakes)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_ends_in_declarations_or_diagnostics(text: str) -> None:
    source, mistakes = parse_source(text, "a.rules", 0)
    assert (source is None) == bool(mistakes)
    assert all(m.place.line is not None and m.message for m in mistakes)
