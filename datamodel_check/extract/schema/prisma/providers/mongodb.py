"""MongoDB: psl/builtin-connectors/src/mongodb/mongodb_types.rs of prisma-engines. Types are those of BSON."""

from datamodel_check.extract.schema.prisma.providers.provider import Provider

MONGODB = Provider(
    dialect="mongodb",
    longest_name=127,
    scalars={
        "BigInt": "long",
        "Boolean": "bool",
        "Bytes": "bindata",
        "DateTime": "timestamp",
        "Float": "double",
        "Int": "int",
        "Json": "json",
        "String": "string",
    },
    natives={
        "Array": "array",
        "BinData": "bindata",
        "Bool": "bool",
        "Date": "date",
        "Double": "double",
        "Int": "int",
        "Json": "json",
        "Long": "long",
        "ObjectId": "objectid",
        "String": "string",
        "Timestamp": "timestamp",
    },
    relation_mode="prisma",
)
