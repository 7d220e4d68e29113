"""Rules as text: grammar, syntax tree, static checks, diagnostics; knows no plan and no pack."""
