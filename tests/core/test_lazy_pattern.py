"""Patterns that are compiled when first used."""

import importlib
import pkgutil
import re

import pytest

import plancheck
from plancheck.core.lazy_pattern import _LazyPattern, lazy_pattern


def test_it_is_compiled_when_first_used_and_not_before():
    wrong = lazy_pattern("(")
    with pytest.raises(re.error):
        wrong.search("x")


def test_its_methods_are_those_of_the_pattern():
    source, text = r"(\d+)年", "2012年至2015年"
    eager = re.compile(source)
    assert lazy_pattern(source).search(text).group(1) == "2012"
    assert lazy_pattern(source).match(text, 6).span() == eager.match(text, 6).span()
    assert lazy_pattern(source).fullmatch(text) is None
    assert [m.span() for m in lazy_pattern(source).finditer(text)] == [m.span() for m in eager.finditer(text)]
    assert lazy_pattern(source).findall(text) == ["2012", "2015"]
    assert lazy_pattern(source).split(text) == eager.split(text)
    assert lazy_pattern(source).sub("", text) == "至"
    assert lazy_pattern(source).subn("", text) == ("至", 2)


def test_other_attributes_are_missed_at_once():
    with pytest.raises(AttributeError):
        _ = lazy_pattern("x").pattern


def test_every_such_pattern_of_the_package_compiles():
    found = 0
    for module in pkgutil.walk_packages(plancheck.__path__, "plancheck."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            for pattern in value.values() if isinstance(value, dict) else [value]:
                if isinstance(pattern, _LazyPattern):
                    pattern.search("")
                    found += 1
    assert found > 30
