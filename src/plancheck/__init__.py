"""plancheck: checks low-carbon park plans against the requirements of their compilation guides."""

__version__ = "0.1.0"
