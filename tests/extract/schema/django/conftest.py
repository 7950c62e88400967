"""Django alone."""

import pytest

from datamodel_check.extract import registry
from datamodel_check.extract.schema.django import Django


@pytest.fixture(autouse=True)
def django(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "SCHEMAS", (Django(),))
