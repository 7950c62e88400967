from datamodel_check.config import Options, Project


def test_everything_is_reported_by_default() -> None:
    assert Options().reports("DM101")
    assert Options().severity_of("DM901") == "warning"


def test_select_and_ignore() -> None:
    options = Options(select=("DM1",), ignore=("DM102",))

    assert [code for code in ("DM101", "DM102", "DM901") if options.reports(code)] == ["DM101"]


def test_the_command_line_replaces_selection_and_adds_to_what_is_ignored() -> None:
    options = Options(select=("DM1",), ignore=("DM102",))

    assert options.with_rules((), ()) == options
    assert options.with_rules(("DM9",), ("DM901",)) == Options(select=("DM9",), ignore=("DM102", "DM901"))


def test_the_most_exact_severity_counts() -> None:
    options = Options(severity=(("DM901", "note"), ("DM", "warning")))

    assert (options.severity_of("DM901"), options.severity_of("DM101")) == ("note", "warning")


def test_documents() -> None:
    assert Options().is_document("anywhere/page.md")
    assert not Options(exclude=("old/**",)).is_document("old/page.md")
    assert not Options(docs=("docs/**",)).is_document("src/page.md")
    assert Options(docs=("docs/**",)).is_document("docs/deep/page.md")


def test_the_innermost_project_counts() -> None:
    outer, inner = Project("apps"), Project("apps/shop")
    options = Options(projects=(outer, inner), sources=("x.ts",))

    assert options.project_of("apps/shop/page.md") is inner
    assert options.project_of("apps/page.md") is outer
    assert options.project_of("page.md") is None


def test_a_project_may_say_where_its_files_are() -> None:
    project = Project("apps/shop", docs=("wiki/shop/**",), sources=("packages/db/**",))

    assert project.has_document("wiki/shop/page.md")
    assert not project.has_document("apps/shop/page.md")
    assert project.has_source("packages/db/schema.ts")
    assert Options(projects=(project,)).all_sources() == ("packages/db/**",)
