"""Plurals as Sequelize makes them; the expected words are what inflection 1.13 answers."""

import pytest

from datamodel_check.extract.schema.sequelize.inflection import camelize, pluralize, singularize, underscore


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("User", "Users"),
        ("Category", "Categories"),
        ("Person", "People"),
        ("UserStatus", "UserStatuses"),
        ("Child", "Children"),
        ("knife", "knives"),
        ("Box", "Boxes"),
        ("Movie", "Movies"),
        ("index", "indices"),
        ("tomato", "tomatoes"),
    ],
)
def test_both_ways(singular: str, plural: str) -> None:
    assert pluralize(singular) == plural
    assert pluralize(plural) == plural
    assert singularize(plural) == singular


@pytest.mark.parametrize("word", ["News", "equipment", "Sheep", "Money"])
def test_words_that_have_one_form(word: str) -> None:
    assert pluralize(word) == word
    assert singularize(word) == word


@pytest.mark.parametrize(
    ("plural", "singular"), [("data", "datum"), ("Media", "Medium"), ("status", "status"), ("address", "address")]
)
def test_words_that_only_look_like_plurals(plural: str, singular: str) -> None:
    assert singularize(plural) == singular


def test_underscore() -> None:
    assert [underscore(name) for name in ("createdAt", "HTMLPage", "user_id")] == [
        "created_at",
        "h_t_m_l_page",
        "user_id",
    ]


def test_camelize() -> None:
    assert [camelize(name) for name in ("user_id", "User_id", "parent post-id")] == ["userId", "UserId", "parentPostId"]
