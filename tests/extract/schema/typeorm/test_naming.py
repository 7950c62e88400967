"""Names as TypeORM 0.3.31 makes them."""

import pytest

from datamodel_check.extract.schema.typeorm.naming import (
    NamingStrategy,
    SnakeNamingStrategy,
    camel_case,
    shortened,
    snake_case,
    title_case,
)


@pytest.mark.parametrize(
    ("name", "snake", "camel", "title"),
    [
        ("User", "user", "user", "User"),
        ("UserProfile", "user_profile", "userProfile", "Userprofile"),
        ("HTTPServer", "http_server", "hTTPServer", "Httpserver"),
        ("OAuth2Client", "o_auth2_client", "oAuth2Client", "Oauth2client"),
        ("user_name", "user_name", "userName", "User_name"),
        ("user-name", "user-name", "userName", "User-name"),
        ("ABc", "a_bc", "aBc", "Abc"),
        ("", "", "", ""),
    ],
)
def test_cases(name: str, snake: str, camel: str, title: str) -> None:
    assert (snake_case(name), camel_case(name), title_case(name)) == (snake, camel, title)


def test_columns() -> None:
    default, snake = NamingStrategy(), SnakeNamingStrategy()
    assert default.column("firstName", None, []) == "firstName"
    assert default.column("firstName", "first", []) == "first"
    assert default.column("firstName", None, ["name", "own"]) == "nameOwnFirstname"
    assert snake.column("firstName", None, []) == "first_name"
    assert snake.column("firstName", "First", ["homeAddress"]) == "home_address_First"


def test_joins() -> None:
    default, snake = NamingStrategy(), SnakeNamingStrategy()
    assert default.join_column("author", "id") == "authorId"
    assert snake.join_column("bestAuthor", "id") == "best_author_id"
    assert default.join_table("post", "tag", "meta.tags") == "post_meta_tags_tag"
    assert default.join_table_column("post", "id", "id") == "postId"
    assert snake.join_table_column("post", "id", "post_id") == "post_post_id"


def test_keys() -> None:
    naming = NamingStrategy()
    assert naming.primary_key("user", ["id"]) == "PK_cace4a159ff9f2512dd42373760"
    assert naming.unique("user", ["email"]) == "UQ_e12875dfb3b1d92d7d7c5377e22"
    assert naming.index("user", ["b", "a"], None) == naming.index("user", ["a", "b"], None)
    assert naming.index("user", ["a"], "a > 1") != naming.index("user", ["a"], None)
    assert naming.check("user", "a > 1", of_enum=True) == f"{naming.check('user', 'a > 1')}_ENUM"


def test_long_names_are_shortened() -> None:
    assert shortened("customerAccount_projects_member") == "cuAc_pro_mem"
