from datamodel_check.compare import concerns, keep
from datamodel_check.config import Options
from datamodel_check.model.finding import Change, Finding
from datamodel_check.model.location import Location, Span


def at(path: str, line: int = 1) -> Location:
    return Location(path, Span(0, 1, line))


def finding(rule: str, path: str, line: int = 1) -> Finding:
    return Finding(rule, "error", at(path, line), "something is wrong")


B1, B9, A5 = finding("DM101", "b.md"), finding("DM901", "b.md", 9), finding("DM105", "a.md", 5)


def test_findings_are_sorted_and_told_once() -> None:
    assert keep([B9, A5, B1, A5], Options()) == ((A5, B1, B9._replace(severity="warning")), 0)


def test_what_is_not_reported_is_counted() -> None:
    assert keep([B9, A5, B1], Options(ignore=("DM1",), severity=(("DM901", "note"),))) == (
        (B9._replace(severity="note"),),
        2,
    )


def test_a_finding_concerns_all_files_that_it_names() -> None:
    change = Change("changed", "users.email", "users.email: type a → b", at("src/db/schema.ts"))
    one = B1._replace(changes=(change,), related=(at("src/other.ts"),))

    assert all(concerns(one, [path]) for path in ("b.md", "src", "src/db", "src/db/schema.ts", "src/other.ts", ""))
    assert not any(concerns(one, [path]) for path in ("b", "src/d", "a.md", "src/db/schema"))
    assert concerns(one, [])
    assert concerns(one, ["a.md", "src"])
