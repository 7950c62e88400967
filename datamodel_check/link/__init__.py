"""Modules → a `Program` that answers on demand "what is this name, evaluated?".

`graph` knows which name leads to which module, `bindings` what each name stands for, `evaluate` what an expression
comes to. Nothing is ever guessed: what cannot be decided is an `Unresolved` that says why.
"""

from datamodel_check.link.program import LinkedProgram
from datamodel_check.model.program import Parsers, Program
from datamodel_check.model.tree import Tree


def program(tree: Tree, parsers: Parsers) -> Program:
    """The program in a tree."""
    return LinkedProgram(tree, parsers)
