"""Sentences drawn from the grammar itself: each parses, and the same text gives the same tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark
from lark.grammar import NonTerminal, Symbol

from plancheck.core.resources import read_resource
from plancheck.language.parse import parse_source

DEEP = 9  # below this depth the shortest way out is taken
WORDS = {
    "NAME": ("甲", "p", "工业增加值"),
    "NUMBER": ("1", "2012", "0.5"),
    "UNIT": ("万元", "%", "吨标准煤/万元"),
    "STRING": ('"文"',),
    "QUANTIFIER": ("every", "some", "no"),
    "AGGREGATE": ("sum", "list", "greatest", "least"),
    "STATE": ("given", "quantified"),
    "COMPARE": (">=", "<=", "!=", "=", ">", "<"),
    "SIGN": ("+", "-"),
    "FACTOR": ("*", "/"),
}
Expansions = dict[str, list[Sequence[Symbol]]]


@lru_cache(maxsize=1)
def _grammar() -> tuple[Expansions, dict[str, int], dict[str, tuple[str, ...]]]:
    """The expansions of each symbol, how deep each must go at least, and the words of each terminal."""
    grammar = Lark(read_resource("grammars", "rules.lark"), parser="lalr", start="expr")
    expansions: Expansions = defaultdict(list)
    for rule in grammar.rules:
        expansions[rule.origin.name].append(rule.expansion)
    depths: dict[str, int] = {}
    while len(depths) < len(expansions):
        for name, ways in expansions.items():
            known = [way for way in ways if all(not isinstance(s, NonTerminal) or s.name in depths for s in way)]
            if known and name not in depths:
                depths[name] = min(_depth(way, depths) for way in known) + 1
    words = {t.name: (str(t.pattern.value),) for t in grammar.terminals if t.pattern.type == "str"}
    return expansions, depths, words | WORDS


def _depth(way: Sequence[Symbol], depths: dict[str, int]) -> int:
    return max((depths[s.name] for s in way if isinstance(s, NonTerminal)), default=0)


@st.composite
def expressions(draw: st.DrawFn) -> str:
    expansions, depths, words = _grammar()

    def walk(symbol: Symbol, depth: int) -> list[str]:
        if not isinstance(symbol, NonTerminal):
            return [draw(st.sampled_from(words[symbol.name]))]
        ways = expansions[symbol.name]
        if depth >= DEEP:
            least = min(_depth(way, depths) for way in ways)
            ways = [way for way in ways if _depth(way, depths) == least]
        way = draw(st.sampled_from(ways)) if len(ways) > 1 else ways[0]
        return [word for part in way for word in walk(part, depth + 1)]

    return " ".join(walk(NonTerminal("expr"), 0))


@settings(max_examples=80, deadline=None)
@given(expressions())
def test_an_expression_of_the_grammar_is_read_the_same_twice(expression: str) -> None:
    text = f'rule test-pack/1 shall "x" {{ clause 一\n require {expression} otherwise "y" }}'
    first, mistakes = parse_source(text, "a.rules", 0)
    second, _ = parse_source(text, "a.rules", 0)
    assert mistakes == ()
    assert first == second


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_ends_in_declarations_or_diagnostics(text: str) -> None:
    source, mistakes = parse_source(text, "a.rules", 0)
    assert (source is None) == bool(mistakes)
    assert all(m.place.line is not None and m.message for m in mistakes)
