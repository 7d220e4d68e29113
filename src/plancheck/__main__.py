"""`python -m plancheck`."""

from plancheck.commands.main import main

if __name__ == "__main__":
    raise SystemExit(main())
