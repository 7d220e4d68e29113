"""What is made of a value is made once for that value and anew for another one, equal or not."""

from __future__ import annotations

from plancheck.core.made_once import made_once


def test_the_same_value_is_worked_on_once() -> None:
    calls: list[list[int]] = []

    @made_once
    def total(values: list[int]) -> int:
        calls.append(values)
        return sum(values)

    one, equal = [1, 2], [1, 2]
    assert [total(one), total(one), total(equal)] == [3, 3, 3]
    assert [value is one for value in calls] == [True, False]


def test_only_the_last_few_are_kept() -> None:
    calls = 0

    @made_once
    def first(values: list[int]) -> int:
        nonlocal calls
        calls += 1
        return values[0]

    many = [[number] for number in range(20)]
    assert [first(values) for values in many] == list(range(20))
    first(many[-1])
    assert calls == 20
    first(many[0])
    assert calls == 21
