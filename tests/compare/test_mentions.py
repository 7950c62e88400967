"""Which sentences speak of a fact."""

import pytest

from datamodel_check.compare.mentions import mentions
from datamodel_check.manifest.prose import Sentence
from datamodel_check.model.location import NOWHERE


def speaks(name: str, text: str) -> bool:
    return bool(list(mentions([name], [Sentence(text, NOWHERE)])))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("users.email", "It is users.email that counts."),
        ("users.email", "The email is sent."),
        ("users.id", "The `id` is stable."),
        ("app.users.email", "Look at `email`."),
        ("users.referral_limit", "The referral limit is five."),
        ("users.referralLimit", "Referral limits, and referral-limits, are five."),
        ("users.apiKEY", "An api key."),
        ("GET /api/users", "Call GET /api/users for that."),
        ("src/limits.ts", "It is in src/limits.ts."),
    ],
)
def test_what_does(name: str, text: str) -> None:
    assert speaks(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("users.id", "The id is stable."),
        ("users.email", "An e-mail is sent, emails too, and a.email, and email-address."),
        ("users.email", "myusers.email, users.email/x, users.emails"),
        ("users.referral_limit", "The referral is limited."),
        ("users.plan", "Nobody plans."),
        ("GET /api/users", "Some `users` and users."),
        ("src/limits.ts", "Of limits.ts and ts and `ts`."),
        ("GET things.name", "A name."),
    ],
)
def test_what_does_not(name: str, text: str) -> None:
    assert not speaks(name, text)


def test_of_no_names_nothing_speaks() -> None:
    assert list(mentions([], [Sentence("Anything.", NOWHERE)])) == []
