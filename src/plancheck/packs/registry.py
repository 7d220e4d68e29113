"""Reading a pack's requirement registry (`requirements.yaml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plancheck.packs.model import Registry, Requirement

REGISTRY_FILE = "requirements.yaml"


def read_registry(folder: Path) -> Registry | None:
    """The registry of a pack folder, or None where it has none. Raises ValueError where the file is not a registry."""
    path = folder / REGISTRY_FILE
    if not path.is_file():
        return None
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    if not isinstance(data, dict) or "requirements" not in data:
        raise ValueError(f"{path.name} 里没有 requirements 一节")
    source = data.get("source", {})
    stages = tuple(source.get("applies_to", ()))
    return Registry(
        str(source.get("id", folder.name)),
        str(source.get("title", "")),
        tuple(_requirement(entry, stages) for entry in data["requirements"]),
        str(source.get("text_sha256", "")),
    )


def _requirement(entry: dict[str, Any], stages: tuple[str, ...]) -> Requirement:
    same = entry.get("same_as", ())
    return Requirement(
        id=str(entry["id"]),
        locator=str(entry.get("locator", "")),
        subject=str(entry.get("subject", "")),
        ask=str(entry.get("ask", "")),
        modality=str(entry.get("modality", "")),
        kind=str(entry.get("kind", "")),
        check=str(entry.get("check", "")),
        how=str(entry.get("how", "")),
        fails_when=str(entry.get("fails_when", "")),
        span=(int(entry["span"][0]), int(entry["span"][1])) if entry.get("span") else (0, 0),
        related=tuple(entry.get("related", ())),
        same_as=(same,) if isinstance(same, str) else tuple(same),
        applies_to=tuple(entry.get("applies_to", stages)),
        why=str(entry.get("why", "")),
        deviation=str(entry.get("deviation", "")),
    )


def relations(registry: Registry | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each rule those that may report the same defect (`related`, `same_as`), both ways round, in id order."""
    found: dict[str, set[str]] = {}
    for requirement in registry.requirements if registry else ():
        for other in (*requirement.related, *requirement.same_as):
            found.setdefault(requirement.id, set()).add(other)
            found.setdefault(other, set()).add(requirement.id)
    return tuple((key, tuple(sorted(value))) for key, value in sorted(found.items()))
