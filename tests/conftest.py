"""The pack cache of a test run stays in its own folder."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    import os

    os.environ["PLANCHECK_CACHE"] = str(tmp_path_factory.mktemp("cache"))
