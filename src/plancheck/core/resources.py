"""Where `rules/` and `grammars/` are: beside the source in a checkout, inside the package once installed."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent


def resource_dir(kind: str) -> Path:
    """The folder of `rules` or `grammars`. Raises FileNotFoundError when the installation lacks it."""
    installed = _HERE / f"_{kind}"
    if installed.is_dir():
        return installed
    checkout = _HERE.parent.parent / kind
    if checkout.is_dir():
        return checkout
    raise FileNotFoundError(kind)


def read_resource(kind: str, name: str) -> str:
    """The text of one file of a resource folder."""
    return (resource_dir(kind) / name).read_text(encoding="utf-8")
