"""Every stage of a pack is scored out of the same sum, whichever chapters have rules for it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from plancheck.checking.assess import points_at
from plancheck.packs.load import read_pack

PACK = """
pack two-stages "测试" { issuer "测试" judges plan, acceptance uses park-terms }
term 专家组 "专家组" { also "专家委员会" }
chapter "共同" points 20
rule test/1 shall "一" { clause 一
  require mentions(专家组) is given otherwise "没有" }
chapter "方案" points 80
rule test/2 shall "二" { clause 二
  stages plan require mentions(专家组) is given otherwise "没有" }
chapter "验收" points 5
rule test/3 shall "三" { clause 三
  stages acceptance require mentions(专家组) is given otherwise "没有" }
rule test/4 may "四" { clause 四
  stages acceptance when mentions(专家组) is given because "没有" require mentions(专家组) is given otherwise "没有" }
"""


def test_points_of_a_stage_are_scaled_to_those_of_the_first(tmp_path: Path) -> None:
    (tmp_path / "00-pack.rules").write_text(PACK, encoding="utf-8")
    pack = read_pack(str(tmp_path), use_cache=False).pack
    assert pack is not None
    assert points_at(pack, "plan") == {"共同": 20, "方案": 80, "验收": 5}
    assert points_at(pack, "acceptance") == {"共同": 80, "方案": 320, "验收": 20}
    assert points_at(pack, "unknown stage")["共同"] == Fraction(100)
