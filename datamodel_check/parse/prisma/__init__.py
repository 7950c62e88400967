"""The bytes of a `.prisma` file → its blocks.

A tokenizer and a recursive descent of our own: no grammar of the language is to be had as a package, and Prisma's own
parser is Rust.
"""

from datamodel_check.model.location import NOWHERE
from datamodel_check.model.module import NOT_UTF8, SyntaxProblem
from datamodel_check.model.prisma import Schema
from datamodel_check.parse.prisma.blocks import schema
from datamodel_check.parse.prisma.reader import Reader
from datamodel_check.parse.prisma.tokens import tokens

__all__ = ["read"]


def read(content: bytes) -> Schema:
    """What a file says.

    Never raises for what it says: what cannot be read is among the schema's problems.
    """
    found = schema(Reader(list(tokens(content))))
    try:
        content.decode()
    except UnicodeDecodeError:
        return found._replace(problems=(SyntaxProblem(NOT_UTF8, NOWHERE), *found.problems))
    return found
