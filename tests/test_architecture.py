"""The shape of the package: who may import whom, and that nothing is left unregistered or undocumented."""

import inspect
import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import datamodel_check
from datamodel_check import commands, report, rules, views
from datamodel_check.commands import COMMANDS
from datamodel_check.extract import schema
from datamodel_check.extract.registry import SCHEMAS
from datamodel_check.report.registry import FORMATS
from datamodel_check.views.registry import VIEWS
from tests.vocabulary import ROOT

REGISTRY = "datamodel_check.report.registry"


def text(path: str) -> str:
    with open(os.path.join(ROOT, path), encoding="utf-8") as stream:
        return stream.read()


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield import_module(found.name)


def test_imports_keep_the_contract() -> None:
    program = os.path.join(os.path.dirname(sys.executable), "lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_modules_can_be_imported_in_any_order() -> None:
    names = [found.name for found in pkgutil.walk_packages(datamodel_check.__path__, "datamodel_check.")]
    names.remove("datamodel_check.__main__")
    program = "import sys\nfrom importlib import import_module\nfor name in sys.argv[1:]: import_module(name)"
    done = subprocess.run(
        [sys.executable, "-c", program, *reversed(names)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_extractor_is_registered() -> None:
    registered = {type(extractor).__module__.removeprefix(f"{schema.__name__}.").split(".")[0] for extractor in SCHEMAS}
    assert registered == {module.__name__.rsplit(".", 1)[1] for module in modules(schema)}


def test_every_view_is_registered() -> None:
    written = {
        found
        for module in modules(views)
        for _, found in inspect.getmembers(module, inspect.isclass)
        if found.__module__ == module.__name__ and hasattr(found, "content") and hasattr(found, "parameters")
    }
    assert written == {type(view) for view in VIEWS.values()}


def test_every_view_is_documented() -> None:
    readme = text("README.md")
    assert [name for name in VIEWS if f"`<!-- datamodel:begin {name}" not in readme] == []


def test_every_rule_is_documented() -> None:
    page = text("docs/rules.md")
    assert [code for code, rule in rules.RULES.items() if code not in page or rule.name not in page] == []


def test_every_format_is_registered() -> None:
    """Of the modules that print something, those that print a report."""
    printing = (module for module in modules(report) if hasattr(module, "render") and module.__name__ != REGISTRY)
    written = [
        module.__name__ for module in printing if next(iter(inspect.signature(module.render).parameters)) == "report"
    ]
    assert sorted(written) == sorted(f"{report.__name__}.{name}" for name in FORMATS)


def test_every_command_is_registered_and_documented() -> None:
    written = {module.__name__.rsplit(".", 1)[1] for module in modules(commands) if hasattr(module, "add_arguments")}
    assert written == {name.replace("-", "_") for name in COMMANDS}
    readme = text("README.md")
    assert [name for name in COMMANDS if f"datamodel-check {name}" not in readme and f"[{name}]" not in readme] == []
