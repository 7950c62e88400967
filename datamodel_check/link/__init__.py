"""Modules → a `Program` that answers on demand "what is this name, evaluated?".

`graph` knows which name leads to which module, `bindings` what each name stands for, `evaluate` what an expression
comes to. Nothing is ever guessed: what cannot be decided is an `Unresolved` that says why.
"""

from collections.abc import Callable

from datamodel_check.link.program import LinkedProgram
from datamodel_check.model.module import Module
from datamodel_check.model.program import Program
from datamodel_check.model.tree import Tree


def program(tree: Tree, parse: Callable[[str, bytes], Module | None]) -> Program:
    """The program in a tree; `parse` gives the module in a file, or None where it is in no language that is known."""
    return LinkedProgram(tree, parse)
