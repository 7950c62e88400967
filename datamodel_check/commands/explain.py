"""`explain`: a rule in full, or all rules in a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.commands.answer import Answer
from datamodel_check.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from datamodel_check.rules import Rule


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rule", nargs="?", metavar="RULE", help="its code or name, as in DM101 or stale-section")


def run(arguments: Namespace) -> Answer:
    from datamodel_check import rules

    if arguments.rule is None:
        return Answer("\n".join(f"{rule.code}  {rule.name:<17} {rule.summary}" for rule in rules.RULES.values()))
    codes = rules.matching(arguments.rule)
    if not codes:
        raise UsageError(f"there is no rule `{arguments.rule}`", hint=rules.suggest(arguments.rule))
    return Answer("\n\n".join(_explained(rules.RULES[code]) for code in codes))


def _explained(rule: Rule) -> str:
    paragraphs = (
        f"{rule.code} {rule.name} ({rule.severity})",
        _wrapped(rule.summary),
        f"Why\n{_wrapped(rule.why)}",
        f"Example\n  {rule.example}",
        f"Cure\n{_wrapped(rule.cure)}",
        f"Repaired by --fix\n{_wrapped(rule.fixable)}",
    )
    return "\n\n".join(paragraphs)


def _wrapped(text: str) -> str:
    from textwrap import fill

    return fill(text, 90, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False, break_long_words=False)
