"""The nouns that travel between the stages: immutable values, no input or output.

They are `NamedTuple`s rather than frozen dataclasses: a class costs a tenth to define and importing them needs
no `inspect`, and a pre-commit hook pays for both on every commit. Values that hold one another are `Record`s.
"""
