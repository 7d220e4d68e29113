"""Sample submissions for eip-lowcarbon-2009 (国家生态工业示范园区加强发展低碳经济): two that comply and a plan with defects."""

from __future__ import annotations

from corpus.sources import Sample

PLANS = {
    "compliant": Sample("yaml", compliant=True, characters=4000),
    "summary": Sample("yaml", stage="annual-summary", compliant=True, characters=1500),
    "evaluation": Sample(stage="performance-evaluation", compliant=True, characters=1400),
    "acceptance": Sample("yaml", stage="acceptance", compliant=True, characters=1200),
    "defects": Sample(characters=1200),
}
