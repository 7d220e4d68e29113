"""All numbers of a text with their signs, whatever they count (public test sets of number recognisers ask for this)."""

from __future__ import annotations

from plancheck.facts.fold import fold
from plancheck.facts.numerals import Numeral, in_word, numerals


def read_numbers(text: str) -> tuple[Numeral, ...]:
    """All numbers of `text` (as printed), with their signs, whatever they count; for 百分之N the N."""
    folded = fold(text)
    found: list[Numeral] = []
    for numeral in numerals(folded, text):
        if in_word(folded, numeral):
            continue
        start, before = numeral.start, folded[max(0, numeral.start - 2) : numeral.start]
        if numeral.kind == "percent" and folded[start] in "百佰":
            found.append(numeral._replace(start=start + 3))
        elif before[-1:] == "负" or (before[-1:] == "-" and before[:-1] in ("", " ", "(", ",", "，", "。", ":")):
            found.append(numeral._replace(start=start - 1, value=-numeral.value))
        else:
            found.append(numeral)
    return tuple(found)
