"""What NestJS gives to constructors is followed to the tables."""

from textwrap import dedent

from tests.extract.layers.vocabulary import described

BASE = {
    "schema.prisma": """
    datasource db { provider = "postgresql" }
    model Book { id Int @id }
    model Loan { id Int @id }
    """,
    "books.repository.ts": """
    import { Injectable } from "@nestjs/common";
    import { PrismaClient } from "@prisma/client";
    export abstract class Books { abstract all(): Promise<object[]> }
    @Injectable()
    export class PrismaBooks extends Books {
      constructor(private readonly prisma: PrismaClient) { super() }
      all() { return this.prisma.book.findMany() }
    }
    """,
}

SERVICE = """
import { Inject, Injectable } from "@nestjs/common";
import { Books, PrismaBooks } from "./books.repository";
@Injectable()
export class Shop {
  constructor(%s) {}
  list() { return this.books.all() }
}
"""


def list_of_shop(parameter: str, providers: str) -> str:
    """What `Shop.list` does, in one line."""
    module = f"""
    import {{ Module }} from "@nestjs/common";
    import {{ PrismaClient }} from "@prisma/client";
    import {{ Books, PrismaBooks }} from "./books.repository";
    import {{ Shop }} from "./shop.service";
    const BOOKS = Symbol("books");
    @Module({{ providers: [Shop, {providers}] }}) export class ShopModule {{}}
    """
    files = {**BASE, "shop.service.ts": SERVICE % parameter, "shop.module.ts": dedent(module)}
    return next(line for line in described(files).splitlines() if line.startswith("  list"))


READS = "  list: calls PrismaBooks.all"


def test_nothing_is_provided() -> None:
    assert list_of_shop("private readonly books: Books", "PrismaBooks") == "  list"


def test_classes() -> None:
    assert list_of_shop("private readonly books: Books", "{ provide: Books, useClass: PrismaBooks }") == READS
    assert list_of_shop("private readonly books: Books", "{ provide: Books, useExisting: PrismaBooks }") == READS


def test_factories_and_values() -> None:
    factory = "{ provide: Books, inject: [PrismaClient], useFactory: (prisma) => new PrismaBooks(prisma) }"
    assert list_of_shop("private readonly books: Books", factory) == READS
    value = "{ provide: Books, useValue: new PrismaBooks(new PrismaClient()) }"
    assert list_of_shop("private readonly books: Books", value) == READS


def test_tokens() -> None:
    parameter = '@Inject("BOOKS") private readonly books'
    assert list_of_shop(parameter, '{ provide: "BOOKS", useClass: PrismaBooks }') == READS
    assert list_of_shop(parameter, '{ provide: "OTHERS", useClass: PrismaBooks }') == "  list"
