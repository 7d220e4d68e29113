"""Sample plans for cace-peaking-2022 (工业园区碳达峰实施方案)."""

from __future__ import annotations

from corpus.sources import Sample

PLANS = {
    "compliant": Sample(compliant=True, characters=5000),
    "defects": Sample(characters=2200),
}
