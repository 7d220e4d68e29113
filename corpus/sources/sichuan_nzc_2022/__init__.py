"""Sample plans for sichuan-nzc-2022 (四川省近零碳排放园区试点建设方案)."""

from __future__ import annotations

from corpus.sources import Sample

PLANS = {
    "compliant": Sample("yaml", compliant=True),
    "service": Sample(compliant=True, characters=3000),
    "defects": Sample(characters=3500),
    "application": Sample(stage="application", compliant=True, characters=400),
    "acceptance": Sample("yaml", stage="acceptance", characters=600),
}
