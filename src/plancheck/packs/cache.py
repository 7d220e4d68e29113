"""The checked form of a pack on disk, keyed by content digest and program version; safe when missing, stale or corrupt.

The form is JSON (never a pickle: a cache file may come from anywhere). Each syntax node is a list: class name, then its
fields in order. Whatever does not decode is treated as no cache.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import typing
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from plancheck import __version__
from plancheck.language import syntax

EXPRESSIONS = typing.get_args(syntax.Expr)
FORMAT = "plancheck-pack/1"


def digest_of(texts: Iterable[tuple[str, str]]) -> str:
    """The digest of a pack's files (name, text) together with the program's version."""
    found = hashlib.sha256(f"{FORMAT} {__version__}".encode())
    for name, text in texts:
        found.update(name.encode() + b"\0" + text.encode() + b"\0")
    return found.hexdigest()


def cache_file(digest: str) -> Path:
    """Where the checked form of a digest is kept (`PLANCHECK_CACHE` or the user's cache folder)."""
    base = os.environ.get("PLANCHECK_CACHE") or os.environ.get("XDG_CACHE_HOME") or str(Path("~/.cache").expanduser())
    return Path(base) / "plancheck" / f"{digest[:32]}.json"


def load(digest: str) -> Any | None:
    """The stored value of a digest, or None where there is none that can be trusted to be ours and whole."""
    try:
        head, _, body = cache_file(digest).read_text(encoding="utf-8").partition("\n")
        if head != _head(digest, body):
            return None
        return decode(json.loads(body))
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


def _head(digest: str, body: str) -> str:
    """The first line of a cache file: our format, the pack's digest, and the digest of what follows."""
    return f"{FORMAT} {digest} {hashlib.sha256(body.encode()).hexdigest()}"


def store(digest: str, value: Any) -> None:
    """Keep the checked form; a folder that cannot be written is passed over (the cache only saves time)."""
    import tempfile

    path = cache_file(digest)
    body = json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))
    text = f"{_head(digest, body)}\n{body}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as out:
            out.write(text)
        Path(out.name).replace(path)
    except OSError:
        return


def stripped(value: Any) -> Any:
    """A value as it would come back from the cache: checked, and without the positions of expressions."""
    return decode(encode(value))


def encode(value: Any) -> Any:
    """A syntax value as plain JSON data."""
    if isinstance(value, syntax.Pos):
        return ["@", value.file, value.line, value.column, value.length]
    if isinstance(value, Fraction):
        return ["#", value.numerator, value.denominator]
    if isinstance(value, tuple):
        return ["(", *map(encode, value)]
    if isinstance(value, EXPRESSIONS):
        # positions of expressions serve the checks only, and are half of all that would have to be read back
        names = [f.name for f in dataclasses.fields(value)]
        return [type(value).__name__, *(None if n == "pos" else encode(getattr(value, n)) for n in names)]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(encode(getattr(value, f.name)) for f in dataclasses.fields(value))]
    if value is None or isinstance(value, str | int | bool):
        return value
    raise TypeError(type(value).__name__)


@lru_cache(maxsize=1)
def _classes() -> dict[str, Callable[..., Any]]:
    found: dict[str, Callable[..., Any]] = {}
    for name, item in vars(syntax).items():
        if isinstance(item, type) and dataclasses.is_dataclass(item):
            found[name] = item
    return found


def decode(data: Any) -> Any:
    """The syntax value of plain JSON data. Raises ValueError, KeyError or TypeError on anything else."""
    classes = _classes()

    def build(node: list[Any]) -> Any:
        head = node[0]
        if head == "@":
            return syntax.Pos(node[1], node[2], node[3], node[4])
        if head == "#":
            return Fraction(node[1], node[2])
        fields = [build(v) if v.__class__ is list else v for v in node[1:]]
        return tuple(fields) if head == "(" else classes[head](*fields)

    return build(data) if isinstance(data, list) else data
