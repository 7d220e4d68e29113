"""Settings that a pack's user changes (`--set 名称=值`), checked against the setting's own kind and unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from plancheck.core.diagnostic import Diagnostic, Place, UserError
from plancheck.core.units import convert, parse_surface
from plancheck.language import syntax as s
from plancheck.packs.model import Setting

_NUMBER = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(\D.*)?$")
_RANGE = re.compile(r"\s*(\d{1,4})\s*(?:\.\.|-|—|至)\s*(\d{1,4})\s*$")


def override_settings(
    settings: dict[str, Setting], given: Mapping[str, str]
) -> tuple[dict[str, Setting], tuple[tuple[str, str, str, str], ...]]:
    """The settings with the user's values in force, and (what, was, now, by) of each change.

    Raises UserError (exit code 2) for an unknown setting or a value that does not fit it.
    """
    result, changes, found = dict(settings), [], []
    for name, text in given.items():
        known = settings.get(name)
        if known is None:
            import difflib

            close = difflib.get_close_matches(name, list(settings), n=1, cutoff=0.5)
            help_ = f"您是不是想写“{close[0]}”？" if close else f"可用的设置：{'、'.join(settings)}"
            found.append(Diagnostic("setting", f"没有“{name}”这个设置", Place("--set"), help_))
            continue
        value = parse_setting(text, known.value)
        if value is None:
            shown = _show(known.value)
            message = f"设置“{name}”的值“{text}”不合适"
            found.append(Diagnostic("setting", message, Place("--set"), f"写成与“{shown}”同类的值"))
            continue
        changes.append((f"设置 {name}", _show(known.value), text, "--set"))
        result[name] = replace(known, value=value, by="--set")
    if found:
        raise UserError(2, tuple(found))
    return result, tuple(changes)


def parse_setting(text: str, like: s.Expr) -> s.Expr | None:
    """A value written by a user, of the same kind and dimension as `like`; None where it does not fit."""
    pos = s.Pos(0, 1, 1)
    if isinstance(like, s.Range):
        found = _RANGE.match(text)
        return s.Range(int(found[1]), int(found[2]), pos) if found and int(found[1]) <= int(found[2]) else None
    if isinstance(like, s.Number):
        number = _NUMBER.match(text)
        if number is None:
            return None
        value, unit = Fraction(number[1]), (number[2] or "").strip()
        if not unit:
            return s.Number(value, like.unit, text, pos) if like.unit is None else None
        known = parse_surface(unit)
        if known is None or like.unit is None or convert(Fraction(1), known[0], like.unit) is None:
            return None
        return s.Number(value * known[1], known[0], text, pos)
    return s.Text(text, pos) if isinstance(like, s.Text) else None


def _show(value: s.Expr) -> str:
    if isinstance(value, s.Number):
        return value.text
    if isinstance(value, s.Range):
        return f"{value.first}..{value.last}"
    return value.value if isinstance(value, s.Text) else "…"
