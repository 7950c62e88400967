"""How sections read."""
# ruff: noqa: E501

from datamodel_check.model.snapshot import Detection, Snapshot
from tests.views.samples import LAYERS, ONE, SHOP, TWO
from tests.views.vocabulary import shows


def test_tables() -> None:
    assert (
        shows("tables", ONE)
        == """\
| Table | Primary key | Unique | References | Notes |
| --- | --- | --- | --- | --- |
| `audit.entry` | `id` | — | — | — |
| `book` | `id` | (`isbn`, `format`) | — | — |
| `order` | `id` | — | `user` | — |
| `order_item` | `order_id`, `book_id` | — | `book`, `order` | — |
| `shipment` | `id` | — | `order_item` | — |
| `user` | `id` | `email` | — | A person with an account |
| `sales` | — | — | — | materialized view |"""
    )


def test_tables_that_match() -> None:
    assert (
        shows("tables order* exclude=*_item", ONE)
        == """\
| Table | Primary key | Unique | References |
| --- | --- | --- | --- |
| `order` | `id` | — | `user` |"""
    )


def test_table_with_indexes_and_checks() -> None:
    assert (
        shows("table book", ONE)
        == """\
| Column | Type | Null | Default | Key | Notes |
| --- | --- | --- | --- | --- | --- |
| `id` | `uuid` | no | `gen_random_uuid()` | PK | — |
| `isbn` | `varchar(13)` | no | — | — | — |
| `title` | `text` | no | — | — | — |
| `format` | `book_format` | no | `'paperback'` | — | — |
| `search` | `tsvector` | yes | generated `to_tsvector(title \\|\\| isbn)` | — | — |

| Unique | Columns | Notes |
| --- | --- | --- |
| `book_isbn_format_unique` | `isbn`, `format` | — |

| Index | Columns | Notes |
| --- | --- | --- |
| `book_search_idx` | `search` | using `gin` |
| `book_title_idx` | `lower(title)`, `id` desc | where `id > 0` |

| Check | Expression |
| --- | --- |
| `isbn_length` | `length(isbn) = 13 or isbn ~ '^(a\\|b)'` |"""
    )


def test_table_with_references_and_policies() -> None:
    assert (
        shows("table order", ONE)
        == """\
| Column | Type | Null | Default | Key | Notes |
| --- | --- | --- | --- | --- | --- |
| `id` | `uuid` | no | — | PK | — |
| `user_id` | `uuid` | no | — | FK | → `user.id`, on delete cascade |
| `updated_at` | `timestamp with time zone` | yes | set by the ORM | — | — |

| Policy | Command | Roles | Using | With check |
| --- | --- | --- | --- | --- |
| `own_orders` | select | `authenticated` | `user_id = auth.uid()` | — |

Row-level security is enabled."""
    )


def test_table_with_a_composite_foreign_key() -> None:
    assert (
        shows("table shipment", ONE)
        == """\
| Column | Type | Null | Default | Key | Notes |
| --- | --- | --- | --- | --- | --- |
| `id` | `uuid` | no | — | PK | — |
| `order_id` | `uuid` | no | — | FK | — |
| `book_id` | `uuid` | no | — | FK | — |

| Foreign key | References | Notes |
| --- | --- | --- |
| `order_id`, `book_id` | `order_item (order_id, book_id)` | on update cascade |"""
    )


def test_table_of_two_sources() -> None:
    assert (
        shows("table user", TWO)
        == """\
`drizzle:apps/forum/schema.ts`

| Column | Type | Null | Default | Key | Notes |
| --- | --- | --- | --- | --- | --- |
| `id` | `integer` | no | — | PK | — |
| `nick` | `text` | yes | — | — | — |

`drizzle:packages/db/src/schema.ts`

A person with an account

| Column | Type | Null | Default | Key | Notes |
| --- | --- | --- | --- | --- | --- |
| `id` | `uuid` | no | `gen_random_uuid()` | PK | — |
| `email` | `varchar(255)` | no | — | unique | — |
| `role` | `text` | no | — | — | one of `reader`, `staff`; What a person may do |"""
    )


def test_table_outside_the_default_schema() -> None:
    assert shows("table audit.entry", ONE) == shows("table entry", ONE)


def test_view() -> None:
    assert (
        shows("table sales", ONE)
        == """\
A materialized view.

| Column | Type | Null | Default | Key | Notes |
| --- | --- | --- | --- | --- | --- |
| `title` | `text` | yes | — | — | — |

```sql
select title from book
```"""
    )


def test_enums() -> None:
    assert (
        shows("enums", ONE)
        == """\
| Enum | Values | Used by |
| --- | --- | --- |
| `book_format` | `hardcover`, `paperback`, `ebook` | `book.format` |"""
    )


def test_relations() -> None:
    assert (
        shows("relations", ONE)
        == """\
| Table | Foreign key | References | On delete | On update |
| --- | --- | --- | --- | --- |
| `order` | `user_id` | `user.id` | cascade | no action |
| `order_item` | `book_id` | `book.id` | no action | no action |
| `order_item` | `order_id` | `order.id` | cascade | no action |
| `shipment` | `order_id`, `book_id` | `order_item (order_id, book_id)` | no action | cascade |

| Table | Relation | Kind | To | Notes |
| --- | --- | --- | --- | --- |
| `order` | `user` | one | `user` | `user_id` → `id` |
| `user` | `orders` | many | `order` | — |"""
    )


def test_erd() -> None:
    assert (
        shows("erd", ONE)
        == """\
```mermaid
erDiagram
  direction LR
  "audit.entry" {
    bigint id PK
  }
  "book" {
    uuid id PK
  }
  "order" {
    uuid id PK
    uuid user_id FK
  }
  "order_item" {
    uuid order_id PK, FK
    uuid book_id PK, FK
  }
  "shipment" {
    uuid id PK
    uuid order_id FK
    uuid book_id FK
  }
  "user" {
    uuid id PK
    varchar(255) email UK
  }
  "book" ||--o{ "order_item" : "book_id"
  "order" ||--o{ "order_item" : "order_id"
  "order_item" ||--o{ "shipment" : "order_id, book_id"
  "user" ||--o{ "order" : "user_id"
```"""
    )


def test_erd_with_all_columns_of_some_tables() -> None:
    assert (
        shows("erd order* columns=all", ONE)
        == """\
```mermaid
erDiagram
  direction LR
  "order" {
    uuid id PK
    uuid user_id FK
    timestamptz updated_at
  }
  "order_item" {
    uuid order_id PK, FK
    uuid book_id PK, FK
    numeric(10,2) unit_price
  }
  "book" ||--o{ "order_item" : "book_id"
  "order" ||--o{ "order_item" : "order_id"
  "user" ||--o{ "order" : "user_id"
```"""
    )


def test_erd_without_a_table_that_others_reference() -> None:
    assert (
        shows("erd order exclude=user columns=none", ONE)
        == """\
```mermaid
erDiagram
  direction LR
  "order"
```"""
    )


def test_key_files() -> None:
    assert (
        shows("key-files", ONE)
        == """\
| File | Role |
| --- | --- |
| [`packages/db/drizzle.config.ts`](../packages/db/drizzle.config.ts) | Drizzle configuration |
| [`packages/db/migrations`](../packages/db/migrations) | Drizzle migrations |
| [`packages/db/src/schema.ts`](../packages/db/src/schema.ts) | Drizzle schema |"""
    )


def test_key_files_of_all_layers() -> None:
    text = shows("key-files", LAYERS)

    assert text.startswith(shows("key-files", ONE))
    assert (
        text.removeprefix(shows("key-files", ONE))
        == """
| [`web/src/auth.ts`](../web/src/auth.ts) | NextAuth options |
| [`web/src/cart.ts`](../web/src/cart.ts) | Zustand stores |
| [`web/src/filters.ts`](../web/src/filters.ts) | Zustand stores |"""
    )
    assert shows("key-files category=services", LAYERS) == "No key files."
    assert shows("key-files category=auth", LAYERS).count("\n") == 2


def test_discovery() -> None:
    assert (
        shows("discovery", ONE)
        == """\
| Database | Version | Notes | Where |
| --- | --- | --- | --- |
| Drizzle | 0.45 | PostgreSQL | config [`packages/db/drizzle.config.ts`](../packages/db/drizzle.config.ts); schema [`packages/db/src/schema.ts`](../packages/db/src/schema.ts) |

| Category | Looked for and not found |
| --- | --- |
| Database | Django, Prisma |"""
    )


def test_discovery_of_all_layers() -> None:
    assert (
        shows("discovery", LAYERS)
        == """\
| Database | Version | Notes | Where |
| --- | --- | --- | --- |
| Drizzle | 0.45 | PostgreSQL | config [`packages/db/drizzle.config.ts`](../packages/db/drizzle.config.ts); schema [`packages/db/src/schema.ts`](../packages/db/src/schema.ts) |

| Authentication | Version | Notes | Where |
| --- | --- | --- | --- |
| NextAuth | 4 | adapter DrizzleAdapter; provider github | options [`web/src/auth.ts`](../web/src/auth.ts) |

| Client state | Where |
| --- | --- |
| Zustand | stores [`web/src/cart.ts`](../web/src/cart.ts), [`web/src/filters.ts`](../web/src/filters.ts) |

| Category | Looked for and not found |
| --- | --- |
| Database | Django, Prisma |
| Client state | Jotai, Redux |"""
    )
    assert shows("discovery category=frontend-state", LAYERS).startswith("| Client state |")


def test_nothing_found() -> None:
    empty = Snapshot((SHOP._replace(tables=(), enums=(), views=(), relations=()),))
    searched = Snapshot(detections=(Detection("database", "typeorm", detected=False),))

    assert [shows(title, empty) for title in ("tables", "erd", "enums", "relations")] == [
        "No tables.",
        "No tables.",
        "No enums.",
        "No relations.",
    ]
    assert shows("discovery", searched).endswith("| Database | TypeORM |")
