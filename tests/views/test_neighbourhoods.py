"""How large schemas fall apart into diagrams."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.neighbourhoods import neighbourhoods
from tests.views.samples import SHOP, column, key, table
from tests.views.vocabulary import shows

names = st.lists(st.from_regex(r"[a-h]{1,2}", fullmatch=True), unique=True)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[str], list[tuple[str, str]]]:
    nodes = draw(names)
    edge = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)) if nodes else st.nothing()
    return nodes, draw(st.lists(edge))


def test_connected_parts_stay_together() -> None:
    edges = [("a", "b"), ("b", "c"), ("d", "e"), ("e", "f")]

    assert neighbourhoods("abcdef", edges, 3) == (("a", "b", "c"), ("d", "e", "f"))


def test_a_hub_holds_nothing_together() -> None:
    shop = [("order", "item"), ("item", "refund")]
    blog = [("post", "comment"), ("comment", "vote")]
    user = [("user", name) for name in ("order", "item", "refund", "post", "comment", "session", "token")]
    nodes = sorted({name for edge in (*shop, *blog, *user) for name in edge})

    assert neighbourhoods(nodes, [*shop, *blog, *user], 4) == (
        ("comment", "post", "vote"),
        ("item", "order", "refund", "user"),
        ("session", "token"),
    )


@given(graphs(), st.integers(1, 9), st.randoms())
def test_every_table_is_in_one_group_whatever_the_order(
    graph: tuple[list[str], list[tuple[str, str]]], size: int, random: Random
) -> None:
    nodes, edges = graph
    groups = neighbourhoods(nodes, edges, size)
    random.shuffle(nodes)
    random.shuffle(edges)

    assert sorted(name for group in groups for name in group) == sorted(nodes)
    assert all(1 <= len(group) <= size for group in groups)
    assert neighbourhoods(nodes, edges, size) == groups


def large(tables: int, columns: int) -> Snapshot:
    """A schema in which every table references the first and its predecessor."""
    made = tuple(
        table(
            f"t{number:03}", column("id"), *(column(f"a_column_with_a_long_name_{at}") for at in range(columns))
        )._replace(foreign_keys=(key("id", "t000"), key("id", f"t{max(0, number - 1):03}")))
        for number in range(tables)
    )
    return Snapshot((Source("drizzle:x", "drizzle", "postgresql", SHOP.files, made),))


def test_a_large_schema_is_drawn_in_parts_that_renderers_take() -> None:
    text = shows("erd columns=all", large(90, 60))
    fences = text.split("```mermaid\n")[1:]
    headings = [line for line in text.splitlines() if line.startswith("### Around ")]

    assert len(fences) == len(headings) == len(set(headings)) > 5
    assert all(len(fence) < 45_000 for fence in fences)
    assert sum(fence.count(" {\n") for fence in fences) == 90
    assert sum(fence.count("--o") for fence in fences) == 2 * 88 + 2
    assert text.index("### Around") == 0


def test_a_table_that_alone_is_too_large_is_still_drawn() -> None:
    text = shows("erd columns=all", large(1, 3000))

    assert text.startswith("```mermaid\nerDiagram\n")
    assert len(text) < 50_000
