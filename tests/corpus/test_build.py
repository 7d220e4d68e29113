"""The sample plans are reproducible and are what the repository holds."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO

import pytest
from docx import Document
from judged import folder

from corpus.build import files
from corpus.builder.word import write_word
from corpus.sources import packs, plan_module, plans

PLANS = [(pack_id, name) for pack_id in packs() for name in plans(pack_id)]
SUFFIXES = {"yaml": ".data.yaml", "xlsx": ".data.xlsx"}
FILES = [(i, f"{n}.docx") for i, n in PLANS] + [
    (i, n + SUFFIXES[kind]) for i, n in PLANS if (kind := plans(i)[n].data) is not None
]


@cache
def built(pack_id: str) -> dict[str, bytes]:
    return dict(files(pack_id))


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize(("pack_id", "name"), FILES)
def test_committed_file_is_what_the_sources_build(pack_id: str, name: str) -> None:
    kept = (folder(pack_id) / name).read_bytes()
    if name.endswith(".yaml"):
        assert kept == built(pack_id)[name]
    else:
        assert members(kept) == members(built(pack_id)[name])


@pytest.mark.parametrize("pack_id", packs())
def test_nothing_lies_there_that_belongs_to_no_plan(pack_id: str) -> None:
    known = tuple(f"{name}." for name in plans(pack_id))
    assert [p.name for p in folder(pack_id).iterdir() if not p.name.startswith(known)] == []
    assert {name for i, name in FILES if i == pack_id} == set(built(pack_id))


@pytest.mark.parametrize(("pack_id", "name"), PLANS)
def test_second_build_is_byte_identical(pack_id: str, name: str) -> None:
    plan = plan_module(pack_id, name)
    assert write_word(plan.blocks(), plan.PROFILE, plan.TITLE) == built(pack_id)[f"{name}.docx"]


@pytest.mark.parametrize(("pack_id", "name"), PLANS)
def test_plan_has_the_length_of_a_real_one(pack_id: str, name: str) -> None:
    document = Document(BytesIO(built(pack_id)[f"{name}.docx"]))
    body = "".join(t.text or "" for t in document.element.body.iter() if t.tag.endswith("}t"))
    assert len(re.findall(r"[\u4e00-\u9fff]", body)) >= plans(pack_id)[name].characters
