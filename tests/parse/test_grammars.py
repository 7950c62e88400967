import subprocess
import sys
from importlib.machinery import PathFinder

import pytest
import tree_sitter  # noqa: F401  so that only the grammar's package is missed
import tree_sitter_typescript

from datamodel_check.parse import grammars


def _loaded_after(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sys.modules)"
    return set(
        subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, check=True, text=True).stdout.split()
    )


def test_importing_the_parser_loads_no_grammar() -> None:
    loaded = _loaded_after("import datamodel_check.parse; datamodel_check.parse.module('a.rb', b'')")
    assert not {name for name in loaded if name.startswith("tree_sitter")}


def test_parsing_loads_the_grammar_without_the_package_around_it() -> None:
    loaded = _loaded_after("import datamodel_check.parse; datamodel_check.parse.module('a.ts', b'')")
    assert "tree_sitter" in loaded
    assert "tree_sitter_typescript" not in loaded


def test_a_grammar_that_is_laid_out_differently_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PathFinder, "find_spec", lambda *_: None)
    assert grammars._binding("tree_sitter_typescript") is tree_sitter_typescript


def test_each_grammar_is_loaded_once() -> None:
    assert grammars.parser("typescript") is grammars.parser("typescript")
    assert grammars.parser("typescript") is not grammars.parser("tsx")
