"""What is registered is whole, in order, and does not fall over."""

import pkgutil

import pytest

from datamodel_check import extract
from datamodel_check.extract import registry
from datamodel_check.extract import schema as schemas
from datamodel_check.extract.protocol import Extraction, Marks, Settings
from datamodel_check.extract.systems import SYSTEMS
from datamodel_check.model.program import Program
from datamodel_check.model.schema import System
from tests.extract.vocabulary import extracts


class Broken:
    system: System = "prisma"
    marks = Marks(("**/*.prisma",))

    def extract(self, program: Program, candidates: object, settings: Settings) -> Extraction:
        del program, candidates, settings
        raise KeyError("oops")


def test_every_framework_in_the_folder_is_registered_in_alphabetical_order() -> None:
    found = sorted(module.name for module in pkgutil.iter_modules(schemas.__path__))
    assert [extractor.system for extractor in registry.SCHEMAS] == found


def test_the_catalogue_is_in_alphabetical_order() -> None:
    for category in dict.fromkeys(system.category for system in SYSTEMS):
        slugs = [system.slug for system in SYSTEMS if system.category == category]
        assert slugs == sorted(slugs)


def test_marks_are_known_for_all_that_looks_for_files() -> None:
    assert {"detection", *(extractor.system for extractor in registry.SCHEMAS)} <= set(extract.marks())


def test_an_extractor_that_fails_is_reported_and_costs_the_others_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    others = [extractor for extractor in registry.SCHEMAS if extractor.system != Broken.system]
    monkeypatch.setattr(registry, "SCHEMAS", (Broken(), *others))
    extracts(
        {
            "prisma/schema.prisma": "datasource db {\n}\n",
            "schema.ts": """
                import { pgTable, text } from "drizzle-orm/pg-core"
                export const users = pgTable("users", { name: text() })
                """,
        },
        """
        drizzle:schema.ts postgresql
          table users (users)
            name: text null
        unreadable prisma/schema.prisma:1: the prisma extractor failed: KeyError: 'oops'
        """,
    )
