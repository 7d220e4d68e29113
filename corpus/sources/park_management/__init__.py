"""Sample submissions for park-management (工业园区低碳管理 基本要求): a management manual with its records, and one with defects."""

from __future__ import annotations

from corpus.sources import Sample

PLANS = {
    "compliant": Sample("yaml", compliant=True, needs_data=True, characters=4500),
    "defects": Sample("yaml", characters=3500),
}
