"""Sample plans for lcip-2014 (国家低碳工业园区试点实施方案)."""

from __future__ import annotations

from corpus.sources import Sample

PLANS = {
    "compliant-a": Sample("yaml", compliant=True),
    "compliant-b": Sample("xlsx", compliant=True),
    "defects": Sample("yaml"),
    "draft": Sample(),
}
