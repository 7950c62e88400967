"""The table of mutants, as the run prints it."""

from tests.mutation.scores import Score, table


def test_table() -> None:
    scores = [
        Score("routes", "Express", "cosmetic", 3, 4),
        Score("schema", "Prisma", "semantic", 1, 1),
        Score("routes", "Express", "cosmetic", 9, 9),
        Score("routes", "Django", "semantic", 0, 1),
    ]

    assert "\n".join(table(scores)) == (
        "| layer  | system  | semantic: caught / made | cosmetic: silent / made |\n"
        "| ------ | ------- | ----------------------: | ----------------------: |\n"
        "| schema | Prisma  |                   1 / 1 |                   0 / 0 |\n"
        "| routes | Django  |                   0 / 1 |                   0 / 0 |\n"
        "| routes | Express |                   0 / 0 |                 12 / 13 |\n"
        "| all    |         |                   1 / 2 |                 12 / 13 |"
    )
