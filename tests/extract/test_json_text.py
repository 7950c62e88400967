import pytest

from datamodel_check.extract.json_text import date, json
from datamodel_check.model.javascript import text
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.values import Application, Constant, External, ListValue, ObjectValue, Unresolved, Value

HERE = Location("a.ts", NOWHERE)


def moment(*arguments: Value) -> Application:
    return Application(External("", ("Date",)), arguments, HERE, new=True)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (5, "5"),
        (1.0, "1"),
        (1.5, "1.5"),
        (1e21, "1e+21"),
        (0.00001, "0.00001"),
        (1e-7, "1e-7"),
        (True, "true"),
        (None, "null"),
        ("x", "x"),
    ],
)
def test_text(value: str | float | None, expected: str) -> None:
    assert text(Constant(value)) == expected


def test_json_is_that_of_javascript() -> None:
    value = ObjectValue(
        {
            "a": ListValue((Constant(1), Constant(None), Constant(None, undefined=True))),
            "gone": Constant(None, undefined=True),
            'q"': Constant("ü\n"),
            "when": moment(Constant("2024-01-02")),
        }
    )
    assert json(value) == '{"a":[1,null,null],"q\\"":"ü\\n","when":"2024-01-02T00:00:00.000Z"}'


def test_json_of_what_is_not_known() -> None:
    unknown = Unresolved("because", "x", HERE)
    assert json(unknown) is None
    assert json(ListValue((unknown,))) is None
    assert json(ListValue((), (unknown,))) is None
    assert json(ObjectValue({"a": unknown})) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (moment(Constant("2024-01-02T03:04:05+01:00")), "2024-01-02T02:04:05.000Z"),
        (moment(Constant(0)), "1970-01-01T00:00:00.000Z"),
        (moment(Constant("2024-01-02T03:04:05")), None),
        (moment(Constant("yesterday")), None),
        (moment(), None),
        (Constant("2024-01-02"), None),
    ],
)
def test_date(value: Value, expected: str | None) -> None:
    assert date(value) == expected
