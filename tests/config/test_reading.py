from collections.abc import Mapping

import pytest

from datamodel_check import config
from datamodel_check.config import Options
from datamodel_check.errors import ConfigurationError
from tests.vocabulary import Files


def load(files: Mapping[str, str]) -> config.Loaded:
    return config.load(Files({path: text.encode() for path, text in files.items()}))


def test_no_configuration() -> None:
    assert load({"pyproject.toml": "[tool.ruff]\n", "package.json": "{}"}) == (Options(), None)


def test_files_of_others_are_not_judged() -> None:
    assert load({"pyproject.toml": "not = = toml", "package.json": "{,}"}) == (Options(), None)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("datamodel-check.toml", 'style = "aligned"'),
        (".datamodel-check.toml", 'style = "aligned"'),
        (".config/datamodel-check.toml", 'style = "aligned"'),
        ("pyproject.toml", '[tool.datamodel-check]\nstyle = "aligned"'),
        ("package.json", '{ "datamodel-check": { "style": "aligned" } }'),
        ("datamodel-check.toml", '\ufeffstyle = "aligned"\r\n'),
    ],
)
def test_places(path: str, text: str) -> None:
    assert load({path: text}) == (Options(style="aligned", file=path), None)


def test_the_first_hit_wins() -> None:
    files = {
        "package.json": '{ "datamodel-check": { "unknown": 1 } }',
        "datamodel-check.toml": "",
        "pyproject.toml": "[tool.datamodel-check]",
    }

    assert load(files) == (
        Options(file="datamodel-check.toml"),
        "the configuration in datamodel-check.toml counts, the one in pyproject.toml and package.json does not",
    )


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("datamodel-check.toml", "# one\n\nstlye = 1\n", "datamodel-check.toml:3: unknown key `stlye`"),
        ("datamodel-check.toml", "style = \n", "datamodel-check.toml: Invalid value (at line 1, column 9)"),
        ("pyproject.toml", "[tool.datamodel-check]\n\ndocs = 1", "pyproject.toml:3: expected a list, not a number"),
        (
            "datamodel-check.toml",
            '[[project]]\nroot = "a"\n[[project]]\nroot = "b"\ndosc = []\n',
            "datamodel-check.toml:5: unknown key `dosc`",
        ),
        ("datamodel-check.toml", '[[project]]\nroot = "a"\n[[project]]\n', "datamodel-check.toml:3: a project needs"),
        ("datamodel-check.toml", '[severity]\nDM901 = "bad"\n', "datamodel-check.toml:2: `bad` is not known here"),
        ("datamodel-check.toml", 'severity = { DM901 = "bad" }\n', "datamodel-check.toml:1: `bad` is not known here"),
        ("datamodel-check.toml", 'severity.DM901 = "bad"\n', "datamodel-check.toml:1: `bad` is not known here"),
        (
            "package.json",
            '{\n  "docs": 1,\n  "datamodel-check": {\n    "docs": 1\n  }\n}',
            "package.json:4: expected a list, not a number",
        ),
    ],
)
def test_errors_name_the_line(path: str, text: str, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load({path: text})

    assert caught.value.message.startswith(message)
    assert caught.value.hint


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(ConfigurationError, match=r"^datamodel-check\.toml:2: this is not UTF-8$"):
        config.load(Files({"datamodel-check.toml": b"# one\n# \xff\n"}))


def test_a_file_that_is_named(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("config")
    path = folder / "ours.toml"
    path.write_text('docs = ["docs"]\n')
    other = folder / "pyproject.toml"
    other.write_text("[tool.ruff]\n")

    assert config.load_file(str(path)).options.docs == ("docs", "docs/**")
    with pytest.raises(ConfigurationError, match="holds no configuration of datamodel-check"):
        config.load_file(str(other))
    with pytest.raises(ConfigurationError, match="cannot be read: No such file or directory"):
        config.load_file(str(folder / "missing.toml"))


def test_what_init_writes_can_be_read() -> None:
    plain = config.first_configuration(Files({}))
    assert config.read("datamodel-check.toml", plain.encode()) == Options(file="datamodel-check.toml")

    known = config.first_configuration(Files({"dprint.json": b"", ".mdformat.toml": b""}))
    assert config.read("datamodel-check.toml", known.encode()) == Options(
        style="aligned", guards=("prettier", "dprint"), file="datamodel-check.toml"
    )
