"""The few small frozen types that every stage shares: places, evidence, quantities, outcomes, diagnostics."""
