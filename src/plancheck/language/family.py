"""Families: rules that differ only in a word, written once with a table of the words."""

from __future__ import annotations

import dataclasses
from typing import Any

from plancheck.language import syntax as s


def expand_family(
    name: str,
    parameters: tuple[str, ...],
    rows: list[tuple[Any, ...]],
    statements: list[tuple[str, Any]],
    chapter: str,
    pos: s.Pos,
) -> list[s.Rule]:
    """One rule per row, with each parameter replaced by the row's argument in expressions and `{…}` of messages.

    A row with fewer or more arguments than parameters keeps the surplus names unresolved; the checker reports them.
    """
    from plancheck.language.build import make_rule

    rules = []
    for _, rule_id, obligation, title, arguments, row_pos in rows:
        binding = dict(zip(parameters, arguments, strict=False))
        body = [(key, substitute(value, binding)) for key, value in statements]
        rules.append(make_rule(rule_id, obligation, title, row_pos, body, chapter, name))
    return rules


def substitute(node: Any, binding: dict[str, s.Expr]) -> Any:
    """`node` (any part of a rule) with free names replaced; texts take `{名}` of text parameters."""
    if isinstance(node, s.Name):
        return binding.get(node.text, node)
    if isinstance(node, s.Attribute):
        field = binding.get(node.name)
        label = node.name if field is None else (field.text if isinstance(field, s.Name) else node.name)
        return s.Attribute(substitute(node.base, binding), label, node.pos)
    if isinstance(node, s.Message):
        return _message(node, binding)
    if isinstance(node, str):
        for key, value in binding.items():
            if isinstance(value, s.Text | s.Name):
                shown = value.value if isinstance(value, s.Text) else value.text
                node = node.replace("{" + key + "}", shown)
        return node
    if isinstance(node, s.Pos):
        return node
    if isinstance(node, tuple):
        return tuple(substitute(item, binding) for item in node)
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        changes = {
            f.name: substitute(getattr(node, f.name), binding)
            for f in dataclasses.fields(node)
            if f.name not in ("pos", "variable", "name", "kind", "op", "state")
            or isinstance(getattr(node, f.name), tuple)
        }
        return dataclasses.replace(node, **changes)
    return node


def _message(message: s.Message, binding: dict[str, s.Expr]) -> s.Message:
    texts, parts = [message.texts[0]], []
    for part, text in zip(message.parts, message.texts[1:], strict=True):
        value = substitute(part, binding)
        literal = None
        if isinstance(part, s.Name) and part.text in binding and isinstance(value, s.Text | s.Name):
            literal = value.value if isinstance(value, s.Text) else value.text
        if literal is not None:
            texts[-1] += literal + text
        else:
            parts.append(value)
            texts.append(text)
    return s.Message(tuple(texts), tuple(parts), message.pos)
