"""What cannot be resolved is said, and nothing else is made of it."""

from tests.extract.vocabulary import extracts


def shop(body: str, imports: str = "", before: str = "") -> dict[str, str]:
    """A model with these lines in its body."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return {
        "shop/models.py": f"from django.db import models\n{imports}\n{before}\nclass Thing(models.Model):\n{lines}\n"
    }


IMPORTS = "from django.db import models\nfrom far import Base\n"

KEY = "id: integer primary key identity by default"


def test_a_field_of_a_package_that_nobody_knows() -> None:
    extracts(
        shop("size = SizeField()", "from sizes.fields import SizeField"),
        f"""
        django:shop/models.py postgresql
          table shop_thing (Thing)
            {KEY}
        unresolved shop/models.py:5: the field size, of the class sizes.fields.SizeField, cannot be resolved
        """,
    )


def test_a_length_that_is_not_known() -> None:
    extracts(
        shop("name = models.CharField(max_length=LENGTH)", "from sizes import LENGTH"),
        f"""
        django:shop/models.py postgresql
          table shop_thing (Thing)
            {KEY}
            name: varchar(LENGTH)
        unresolved shop/models.py:5: max_length of shop.Thing.name cannot be resolved
        """,
    )


def test_a_base_class_that_is_not_known() -> None:
    extracts(
        {"shop/models.py": f"{IMPORTS}class A(Base):\n    a = models.TextField()\n"},
        """
        django:shop/models.py postgresql
          table shop_a (A)
            a: text
        unresolved shop/models.py:3: the base class Base of A cannot be resolved
        """,
    )


def test_a_target_that_is_not_known() -> None:
    extracts(
        shop('other = models.ForeignKey("far.Other", models.CASCADE, db_index=False)'),
        f"""
        django:shop/models.py postgresql
          table shop_thing (Thing)
            {KEY}
            other_id: unknown
        unresolved shop/models.py:5: the type of shop.Thing.other cannot be resolved
        """,
    )


def test_choices_that_are_not_known() -> None:
    extracts(
        shop("kind = models.CharField(max_length=2, choices=KINDS)", "from far import KINDS"),
        f"""
        django:shop/models.py postgresql
          table shop_thing (Thing)
            {KEY}
            kind: varchar(2)
        unresolved shop/models.py:5: the choices KINDS cannot be resolved
        """,
    )


def test_indexes_that_are_not_known() -> None:
    extracts(
        shop("class Meta:\n    indexes = [*COMMON]", "from far import COMMON"),
        f"""
        django:shop/models.py postgresql
          table shop_thing (Thing)
            {KEY}
        unresolved shop/models.py:6: indexes of shop.Thing cannot be resolved: what it holds is not known
        """,
    )


def test_a_type_that_hangs_on_the_database() -> None:
    own = "class Own(models.Field):\n    def db_type(self, connection):\n        return connection.data_types['x']\n"
    extracts(
        shop("own = Own()", before=own),
        f"""
        django:shop/models.py postgresql
          table shop_thing (Thing)
            {KEY}
            own: unknown
        unresolved shop/models.py:8: the type of the field own cannot be resolved
        """,
    )


def test_classes_of_others_are_no_models() -> None:
    forms = "from django import forms\nfrom django.db import models\nclass F(forms.Form):\n    a = forms.CharField()\n"
    unused = "unresolved shop/models.py:1: Django is used here, but no table was found"
    extracts({"shop/models.py": forms}, unused)


def test_tables_for_past_rows() -> None:
    extracts(
        shop("history = HistoricalRecords()", "from simple_history.models import HistoricalRecords"),
        f"""
        django:shop/models.py postgresql
          table shop_thing (Thing)
            {KEY}
        unresolved shop/models.py:5: the table that simple_history.models.HistoricalRecords makes for past rows is \
missing from the facts
        """,
    )


def test_tables_that_somebody_else_makes() -> None:
    legacy = "class Legacy(models.Model):\n    class Meta:\n        managed = False\n"
    extracts(
        shop("pass", before=legacy),
        f"""
        django:shop/models.py postgresql
          table shop_thing (Thing)
            {KEY}
        passed over shop/models.py: the table of shop.Legacy is not managed by Django
        """,
    )


def test_a_field_under_a_test() -> None:
    extracts(
        shop("if SITES:\n    site = models.TextField()", "from far import SITES"),
        f"""
        django:shop/models.py postgresql
          table shop_thing (Thing)
            {KEY}
        unresolved shop/models.py:6: whether there is a field site cannot be resolved: it hangs on a condition
        """,
    )
