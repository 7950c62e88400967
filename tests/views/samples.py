"""A small book shop, as a snapshot."""

from datamodel_check.model.layers import DomainType, Lineage, Member, Operation, Route, Service, State, TypeMember
from datamodel_check.model.location import NOWHERE, Location, Span
from datamodel_check.model.schema import (
    Check,
    Column,
    Enum,
    ForeignKey,
    Generated,
    Index,
    IndexColumn,
    Policy,
    Reference,
    Relation,
    Source,
    Table,
    Unique,
    View,
)
from datamodel_check.model.snapshot import Detection, Evidence, Snapshot

HERE = Location("packages/db/src/schema.ts", NOWHERE)


def column(name: str, type_: str = "text", *, null: bool = False, default: str | None = None) -> Column:
    return Column(name, f"{name}Code", type_, null, HERE, has_default=default is not None, default=default)


def key(name: str, table: str, to: str = "id", on_delete: str = "no action") -> ForeignKey:
    return ForeignKey(f"{name}_fk", (name,), table, (to,), on_delete)


def table(name: str, *columns: Column, primary: tuple[str, ...] = ("id",), schema: str | None = None) -> Table:
    return Table(schema, name, f"{name}Table", HERE, columns, primary)


USER = table(
    "user",
    column("id", "uuid", default="gen_random_uuid()"),
    column("email", "varchar(255)")._replace(unique=True),
    column("role")._replace(allowed_values=("reader", "staff"), comment="What a person may do"),
)._replace(uniques=(Unique("user_email_unique", ("email",)),), comment="A person with an account")

BOOK = table(
    "book",
    column("id", "uuid", default="gen_random_uuid()"),
    column("isbn", "varchar(13)"),
    column("title"),
    column("format", "book_format", default="'paperback'")._replace(enum="book_format"),
    column("search", "tsvector", null=True)._replace(generated=Generated("to_tsvector(title || isbn)", stored=True)),
)._replace(
    uniques=(Unique("book_isbn_format_unique", ("isbn", "format")),),
    indexes=(
        Index("book_search_idx", (IndexColumn("search"),), method="gin"),
        Index(
            "book_title_idx",
            (IndexColumn("lower(title)", expression=True), IndexColumn("id", order="desc")),
            where="id > 0",
        ),
    ),
    checks=(Check("isbn_length", "length(isbn) = 13 or isbn ~ '^(a|b)'"),),
)

ORDER = table(
    "order",
    column("id", "uuid"),
    column("user_id", "uuid")._replace(references=Reference("user", "id")),
    column("updated_at", "timestamp with time zone", null=True)._replace(client_default=True),
)._replace(
    foreign_keys=(key("user_id", "user", on_delete="cascade"),),
    policies=(Policy("own_orders", command="select", roles=("authenticated",), using="user_id = auth.uid()"),),
    row_level_security=True,
)

ORDER_ITEM = table(
    "order_item",
    column("order_id", "uuid"),
    column("book_id", "uuid"),
    column("unit_price", "numeric(10, 2)", default="0"),
    primary=("order_id", "book_id"),
)._replace(foreign_keys=(key("order_id", "order", on_delete="cascade"), key("book_id", "book")))

SHIPMENT = table("shipment", column("id", "uuid"), column("order_id", "uuid"), column("book_id", "uuid"))._replace(
    foreign_keys=(
        ForeignKey("item_fk", ("order_id", "book_id"), "order_item", ("order_id", "book_id"), on_update="cascade"),
    )
)

AUDIT = table("entry", column("id", "bigint"), schema="audit")

SALES = View(None, "sales", "sales", HERE, (column("title", null=True),), "select title from book", materialized=True)

SHOP = Source(
    id="drizzle:packages/db/src/schema.ts",
    system="drizzle",
    dialect="postgresql",
    files=("packages/db/src/schema.ts",),
    tables=(AUDIT, BOOK, ORDER, ORDER_ITEM, SHIPMENT, USER),
    config="packages/db/drizzle.config.ts",
    enums=(Enum(None, "book_format", "bookFormat", ("hardcover", "paperback", "ebook"), HERE),),
    views=(SALES,),
    relations=(
        Relation("order", "user", "one", "user", HERE, ("user_id",), ("id",)),
        Relation("user", "orders", "many", "order", HERE),
    ),
    migrations_folder="packages/db/migrations",
)

FORUM = Source(
    id="drizzle:apps/forum/schema.ts",
    system="drizzle",
    dialect="sqlite",
    files=("apps/forum/schema.ts",),
    tables=(table("post", column("id", "integer")), table("user", column("id", "integer"), column("nick", null=True))),
)

DETECTIONS = (
    Detection("database", "django", detected=False),
    Detection(
        "database",
        "drizzle",
        detected=True,
        version="^0.45.1",
        evidence=(
            Evidence("packages/db/drizzle.config.ts", 1, "config", anchor=True),
            Evidence("packages/db/package.json", 7, "dependency drizzle-orm"),
            Evidence("packages/db/src/schema.ts", 1, "schema", anchor=True),
        ),
    ),
    Detection("database", "prisma", detected=False),
)

ONE = Snapshot((SHOP,), detections=DETECTIONS)
TWO = Snapshot((FORUM, SHOP), detections=DETECTIONS)


MOVED = Location("elsewhere.ts", Span(7, 8, 9))


def place(path: str) -> Location:
    return Location(path, Span(3, 4, 5))


ROUTES = (
    Route(
        "nextjs", "endpoint", "GET", "/api/orders", "GET", place("web/app/api/orders/route.ts"), ("auth",), ("order",)
    ),
    Route(
        "nextjs",
        "endpoint",
        "POST",
        "/api/orders",
        "POST",
        place("web/app/api/orders/route.ts"),
        ("auth",),
        ("book",),
        ("order", "order_item"),
        ("createOrder",),
    ),
    Route("express", "endpoint", "GET", "/books/:isbn", "getBook", place("api/books.ts"), (), ("book",)),
    Route("nextjs", "page", "", "/orders/:id", "OrderPage", place("web/app/orders/[id]/page.tsx"), (), ("order",)),
    Route("nextjs", "action", "", "web/app/actions.ts", "cancel", place("web/app/actions.ts"), (), (), ("order",)),
)

SERVICES = (
    Service(
        "module",
        "packages/billing/src/orders.ts",
        place("packages/billing/src/orders.ts"),
        (
            Operation(
                "createOrder", place("packages/billing/src/orders.ts"), ("book",), ("order", "order_item"), ("Mailer",)
            ),
            Operation("findOrder", place("packages/billing/src/orders.ts"), ("order",)),
        ),
    ),
    Service(
        "class",
        "Mailer",
        place("packages/mail/mailer.service.ts"),
        (Operation("send", place("packages/mail/mailer.service.ts")),),
    ),
)

STATE = (
    State(
        "zustand",
        "store",
        "useCart",
        place("web/src/cart.ts"),
        (
            Member("items", type="CartItem[]"),
            Member("total", "computed"),
            Member("add", "action"),
            Member("clear", "action"),
        ),
        options=("persist",),
    ),
    State(
        "react-query",
        "query",
        "useOrders",
        place("web/src/orders.ts"),
        key="['orders', id]",
        endpoints=("GET /api/orders",),
    ),
    State(
        "react-query",
        "mutation",
        "useCreateOrder",
        place("web/src/orders.ts"),
        endpoints=("POST /api/orders",),
        invalidates=("['orders']",),
    ),
    State(
        "react-context",
        "context",
        "ThemeContext",
        place("web/src/theme.tsx"),
        (Member("theme", type="'dark' | 'light'"),),
    ),
    State("jotai", "atom", "sizeAtom", place("web/src/atoms.ts"), options=("derived",)),
)

TYPES = (
    DomainType(
        "interface",
        "Order",
        place("common/src/types/order.ts"),
        (TypeMember("id", "string"), TypeMember("note", "string | null", optional=True)),
    ),
    DomainType("type", "Role", place("common/src/types/role.ts"), (), "'admin' | 'user'"),
    DomainType("zod", "orderSchema", place("common/src/schemas/order.ts"), (TypeMember("id", "z.string().uuid()"),)),
)

LINEAGE = (
    Lineage("book", ("packages/billing/src/orders.ts",), ("GET /books/:isbn", "POST /api/orders")),
    Lineage(
        "order",
        ("packages/billing/src/orders.ts",),
        ("GET /api/orders", "POST /api/orders"),
        ("useCreateOrder", "useOrders"),
        ("web/src/orders.tsx#Orders",),
    ),
)

LAYERS = ONE._replace(
    routes=ROUTES,
    services=SERVICES,
    state=STATE,
    types=TYPES,
    lineage=LINEAGE,
    detections=(
        *DETECTIONS,
        Detection(
            "auth",
            "nextauth",
            detected=True,
            version="^4.24.11",
            evidence=(
                Evidence("web/src/auth.ts", 6, "options", anchor=True),
                Evidence("web/src/auth.ts", 6, "provider github", trait=True),
                Evidence("web/src/auth.ts", 6, "adapter DrizzleAdapter", trait=True),
                Evidence("web/src/auth.ts", 2, "import of next-auth"),
            ),
        ),
        Detection("frontend-state", "jotai", detected=False),
        Detection("frontend-state", "redux", detected=False),
        Detection(
            "frontend-state",
            "zustand",
            detected=True,
            evidence=(
                Evidence("web/src/filters.ts", 1, "stores", anchor=True),
                Evidence("web/src/cart.ts", 1, "stores", anchor=True),
            ),
        ),
    ),
)
"""With what stands above the database."""
