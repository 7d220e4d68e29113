"""Rules × facts → results: three-valued truth, values that carry evidence, score interval, verdict, explanation."""
