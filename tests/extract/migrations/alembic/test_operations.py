"""The functions of `op`, and the methods of batches."""

from datamodel_check.model.snapshot import Diagnostic
from tests.extract.migrations.alembic.vocabulary import does, history, repository
from tests.vocabulary import read

USERS = """
op.create_table(
    "users",
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("email", sa.String(length=50), nullable=True),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
)
"""


def after(*bodies: str) -> list[str]:
    """What revisions do after the table of users is there."""
    return [line.partition(": ")[2] for line in does(USERS, *bodies)[1:]]


def doubts(*bodies: str) -> list[str]:
    found: tuple[Diagnostic, ...] = read(repository(USERS, *bodies)).diagnostics
    return [one.message for one in found if one.code == "unreadable"]


def test_create_table() -> None:
    body = """
    op.create_table(
        "posts",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), primary_key=True),
        sa.Column("user_id", sa.Integer(), sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("kind", sa.Enum("short", "long", name="kind"), server_default="short", nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), server_default=sa.text("now()")),
        sa.Column("tags", postgresql.ARRAY(sa.Text())),
        sa.UniqueConstraint("user_id", "made", name="once"),
        sa.CheckConstraint("id > 0", name="positive"),
    )
    """
    found = history(repository(USERS, body))
    table = found.table("posts")

    assert table is not None
    assert [(one.name, one.type, one.nullable, one.default) for one in table.columns] == [
        ("id", "bigint", False, None),
        ("user_id", "integer", False, None),
        ("kind", "kind", False, "'short'"),
        ("made", "timestamp with time zone", True, "now()"),
        ("tags", "text[]", True, None),
    ]
    assert [(key.columns, key.table, key.on_delete) for key in table.foreign_keys] == [
        (("user_id",), "users", "cascade")
    ]
    assert [(one.name, one.columns) for one in table.uniques] == [("once", ("user_id", "made"))]
    assert [one.name for one in table.indexes] == ["ix_posts_user_id"]
    assert [(one.key, one.values) for one in found.enums] == [("kind", ("short", "long"))]


def test_columns() -> None:
    assert after(
        'op.add_column("users", sa.Column("age", sa.Integer(), server_default="0", nullable=False))',
        'op.alter_column("users", "age", type_=sa.BigInteger(), server_default=None, nullable=True)',
        'op.alter_column("users", "age", new_column_name="years", existing_type=sa.BigInteger())',
        'op.drop_column("users", "years")',
    ) == [
        "add column users.age integer not null default '0'",
        "change users.age from integer to bigint; drop default of users.age; drop not null of users.age",
        "rename column users.age to years",
        "drop column users.years",
    ]


def test_what_alter_column_does_not_mention_stays() -> None:
    body = 'op.alter_column("users", "email", existing_type=sa.String(50), nullable=False)'

    assert after(body) == ["set users.email not null"]


def test_batches() -> None:
    body = """
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.add_column(sa.Column("age", sa.Integer()))
        batch_op.create_index(batch_op.f("ix_users_email"), ["email"], unique=True)
        batch_op.alter_column("email", nullable=False)
        batch_op.drop_column("age")
    """
    assert after(body) == [
        (
            "add column users.age integer; create unique index ix_users_email on users (email); "
            "set users.email not null; drop column users.age"
        )
    ]


def test_constraints_and_indexes() -> None:
    assert after(
        'op.create_unique_constraint("one_mail", "users", ["email"])',
        'op.drop_constraint("one_mail", "users", type_="unique")',
        'op.create_index("by_mail", "users", [sa.text("lower(email)")], postgresql_where=sa.text("id > 1"))',
        'op.drop_index("by_mail", table_name="users")',
        'op.create_check_constraint("positive", "users", "id > 0")',
        """
        op.create_table("teams", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("boss", sa.Integer()))
        op.create_foreign_key("fk_boss", "teams", "users", ["boss"], ["id"], ondelete="SET NULL")
        op.drop_constraint(op.f("fk_boss"), "teams", type_="foreignkey")
        """,
    ) == [
        "add unique (email) to users",
        "drop constraint one_mail of users",
        "create index by_mail on users (lower(email)) where id > 1",
        "drop index by_mail on users",
        "add check (id > 0) to users",
        (
            "create table teams; add foreign key (boss) references users (id) on delete set null to teams; "
            "drop foreign key fk_boss of teams"
        ),
    ]


def test_tables() -> None:
    assert after('op.rename_table("users", "people")', 'op.drop_table("people")') == [
        "rename table users to people",
        "drop table people",
    ]


def test_sql() -> None:
    assert after(
        'op.execute("alter table users add column age int")',
        'op.execute(sa.text("drop table users"))',
    ) == ["add column users.age integer", "drop table users"]


def test_types() -> None:
    body = """
    plan = sa.Enum("free", "paid", name="plan")
    plan.create(op.get_bind(), checkfirst=True)
    op.add_column("users", sa.Column("plan", plan))
    """
    assert after(body, 'op.drop_column("users", "plan")\nsa.Enum(name="plan").drop(op.get_bind())')[0] == (
        "create enum plan (free, paid); add column users.plan plan"
    )


def test_loops_and_helpers() -> None:
    body = """
    def add(name):
        op.add_column("users", sa.Column(name, sa.Text()))

    for name in ("one", "two"):
        add(name)
    """
    assert after(body) == ["add column users.one text; add column users.two text"]


def test_what_may_happen_is_no_conflict() -> None:
    body = """
    inspector = sa.inspect(op.get_bind())
    if "teams" in inspector.get_table_names():
        op.drop_table("teams")
    """
    assert [line for line in does(USERS, body) if line.startswith("conflict")] == []


def test_what_other_databases_are_told_is_passed_over() -> None:
    body = """
    if op.get_bind().dialect.name == "sqlite":
        op.add_column("users", sa.Column("age", sa.Text()))
    else:
        op.add_column("users", sa.Column("age", sa.Integer()))
    """
    assert after(body) == ["add column users.age integer"]


def test_a_conflict() -> None:
    assert does(USERS, 'op.drop_table("teams")')[-1] == "conflict: no earlier migration creates the table teams"


def test_what_is_not_known_is_told() -> None:
    assert doubts('op.add_column(unknown(), sa.Column("age", sa.Integer()))') == ["the name of the table is not known"]
    assert doubts("op.execute(unknown())") == ["the text of the statement is not known"]
    assert doubts('op.explode("users")') == ["what op.explode() does to the database is not known"]
    assert doubts("op.bulk_insert(unknown(), [])") == []
    assert doubts("op.create_entity(PGFunction(schema='public', signature='f()', definition='…'))") == []


def test_a_revision_of_many_thousand_lines_is_read_to_its_end() -> None:
    lines = [f"op.create_index('i{number}', 't', ['id', sa.text('lower(id) || lower(id)')])" for number in range(1900)]
    (found,) = does("op.create_table('t', sa.Column('id', sa.Integer()))\n" + "\n".join(lines))

    assert found.endswith("; create index i1899 on t (id, lower(id) || lower(id))")


def test_what_is_not_read_to_its_end_is_told() -> None:
    (doubt,) = doubts("for number in range(90000):\n    x = number + 1\nop.drop_table('t')")

    assert doubt == "it is not known to its end: it takes too many steps to evaluate"
