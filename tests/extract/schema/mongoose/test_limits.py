"""Hostile schemas end, and what is left out of them is said."""

from tests.extract.vocabulary import extracts, snapshot

IMPORT = "import { model, Schema } from 'mongoose'\n"


def test_sub_documents_that_multiply() -> None:
    levels = "".join(f"const s{n + 1} = new Schema({{ a: s{n}, b: [s{n}] }}, {{ _id: false }})\n" for n in range(18))
    source = f"{IMPORT}const s0 = new Schema({{ x: {{ type: String, index: true }} }})\n{levels}model('A', s18)"
    found = snapshot({"a.ts": source})
    (table,) = found.sources[0].tables
    assert len(table.columns) == 5_000
    assert [diagnostic.message for diagnostic in found.diagnostics] == [
        "the schema has more than 5,000 paths, of which the others are left out"
    ]


def test_schemas_in_one_another() -> None:
    extracts(
        {"a.ts": f"{IMPORT}const a = new Schema({{}}), b = new Schema({{ a }})\na.add({{ b: [b], a }})\nmodel('A', a)"},
        """
        mongoose:a.ts mongodb
          table as (A)
            _id: objectid primary key
            b: subdocument[] null
            b.$.a: subdocument null (a)
            b.$._id: objectid (_id)
            a: subdocument null
            __v: number null
        """,
    )


def test_a_class_that_holds_itself() -> None:
    extracts(
        {
            "a.ts": """
            import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose'
            import { model } from 'mongoose'
            @Schema()
            class Node { @Prop({ type: () => Node }) next: Node }
            model('Node', SchemaFactory.createForClass(Node))
            """
        },
        """
        mongoose:a.ts mongodb
          table nodes (Node)
            next: mixed null
            _id: objectid primary key
            __v: number null
        unresolved a.ts:4: Node holds itself, so its paths never end
        """,
    )


def test_a_plugin_that_applies_itself() -> None:
    source = "const plugin = (schema) => { schema.add({ p: String }); schema.plugin(plugin) }\n"
    found = snapshot({"a.ts": f"{IMPORT}{source}const s = new Schema({{}})\ns.plugin(plugin)\nmodel('A', s)"})
    assert [column.name for column in found.sources[0].tables[0].columns] == ["_id", "p", "__v"]


def test_discriminators_of_one_another() -> None:
    source = "const a = new Schema({ a: String }), b = new Schema({ b: String })\n"
    text = f"{IMPORT}{source}a.discriminator('B', b)\nb.discriminator('A', a)\nmodel('A', a)"
    assert [column.name for column in snapshot({"a.ts": text}).sources[0].tables[0].columns] == [
        "a",
        "_id",
        "__t",
        "__v",
        "b",
    ]
