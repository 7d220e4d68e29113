"""The pack cache of a test run stays in its own folder; drawn examples are not timed, for machines are busy."""

from __future__ import annotations

import pytest
from hypothesis import settings

settings.register_profile("plancheck", deadline=None)
settings.load_profile("plancheck")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    import os

    os.environ["PLANCHECK_CACHE"] = str(tmp_path_factory.mktemp("cache"))
