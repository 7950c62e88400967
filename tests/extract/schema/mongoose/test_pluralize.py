"""Collection names: what `mongoose.pluralize()` makes of names."""

import pytest

from datamodel_check.extract.schema.mongoose.pluralize import collection_name

NAMES = {
    "User": "users",
    "Category": "categories",
    "Day": "days",
    "Box": "boxes",
    "Branch": "branches",
    "Address": "addresses",
    "Status": "status",
    "OrderStatus": "orderstatuses",
    "Alias": "aliases",
    "Person": "people",
    "Woman": "women",
    "Human": "humans",
    "Child": "children",
    "Grandchild": "grandchildren",
    "Media": "media",
    "SocialMedia": "socialmedias",
    "Quiz": "quizzes",
    "Index": "indexes",
    "Matrix": "matrixes",
    "Knife": "knives",
    "Shelf": "shelves",
    "Mouse": "mice",
    "Goose": "geese",
    "Datum": "data",
    "Analysis": "analyses",
    "Bus": "buses",
    "Potato": "potatoes",
    "users": "users",
    "AITokenUsage": "aitokenusages",
    "Log2": "log2",
    "Role_": "role_",
    "system.profile": "system.profile",
}


@pytest.mark.parametrize(("model", "collection"), NAMES.items())
def test_names(model: str, collection: str) -> None:
    assert collection_name(model) == collection


def test_rules_that_came_later() -> None:
    assert [collection_name("Human", major=major) for major in (5, 6, 7, 8)] == ["humen", "humen", "humans", "humans"]
    assert [collection_name("Goose", major=major) for major in (5, 6)] == ["gooses", "geese"]
