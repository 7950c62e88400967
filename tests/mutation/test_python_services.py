"""What changes the facts of a service of Python is seen and can be named; what does not is silent."""

import pytest

from datamodel_check import fingerprint
from tests.extract.layers.vocabulary import described, found
from tests.mutation.python_services import COSMETIC, FILES, SEMANTIC, Mutant

pytestmark = pytest.mark.mutants("services", "Python")


def changes(mutant: Mutant) -> str:
    """The lines that differ."""
    before, after = (described(files).splitlines() for files in (FILES, mutant.files))
    return "\n".join([line for line in before if line not in after] + [line for line in after if line not in before])


def test_the_sample() -> None:
    assert described(FILES).splitlines() == [
        "class LendingService",
        "  give_back: reads loans; writes loans",
        "  lend: reads books; writes loans; calls app/mail#notify",
        "  rename: reads books; writes books",
        "repository Repository",
        "  add",
        "  all",
        "module app/mail",
        "  notify: reads members",
        "module shop/services",
        "  close: reads shop_order; writes shop_order",
        "  open_orders: reads shop_order",
    ]


@pytest.mark.parametrize("mutant", SEMANTIC, ids=lambda mutant: mutant.kind)
def test_semantic(mutant: Mutant) -> None:
    said = changes(mutant)
    assert [name for name in mutant.names if name not in said] == []
    assert digest(mutant) != fingerprint.digest(found(FILES)[1].services)


@pytest.mark.parametrize("mutant", COSMETIC, ids=lambda mutant: mutant.kind)
def test_cosmetic(mutant: Mutant) -> None:
    assert changes(mutant) == ""
    assert digest(mutant) == fingerprint.digest(found(FILES)[1].services)


def digest(mutant: Mutant) -> str:
    return fingerprint.digest(found(mutant.files)[1].services)
