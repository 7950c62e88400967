"""`accept`: a person has read reviewed prose again, and says that it is true."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from datamodel_check.commands.answer import Answer
from datamodel_check.commands.common import add_state_arguments, open_state, refuse_unattended
from datamodel_check.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from datamodel_check.pipeline.accepting import Acceptance


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("sections", nargs="*", metavar="SECTION", help="its name, or DOCUMENT#NAME")
    parser.add_argument("--all", action="store_true", help="every section that is due, after a question")
    add_state_arguments(parser, staged=False)


def run(arguments: Namespace) -> Answer:
    from datamodel_check.pipeline import accepting

    refuse_unattended("accept")
    state = open_state(arguments)
    known = accepting.acceptable(state)
    chosen = _due(known) if arguments.all else _named(arguments.sections, known)
    _refuse_unfollowed(chosen)
    if state.options.accept == "edited":
        _refuse_unedited(chosen)
    text = "\n".join(line for one in chosen for line in _lines(one))
    if not chosen:
        return Answer("no reviewed section is due\n", state.notices)
    if arguments.all and not _confirmed(text, len(chosen)):
        return Answer("nothing was accepted\n", state.notices, 1)
    written = accepting.accept(state, chosen)
    said = "" if arguments.all else f"{text}\n"
    told = "".join(f"accepted: {one.name}\n" for one in chosen)
    return Answer(f"{said}{told}", (*state.notices, *(f"stage it: git add {path}" for path in written)))


# --- which -----------------------------------------------------------------------------------------------------------


def _due(known: Sequence[Acceptance]) -> list[Acceptance]:
    return [one for one in known if one.review.section.entry is None or one.changes]


def _named(names: Sequence[str], known: Sequence[Acceptance]) -> list[Acceptance]:
    """Raises `UsageError` for a name that no section has, or several."""
    if not names:
        raise UsageError("no section is named", hint=f"Name what you have read: {_listed(known)}.")
    chosen = []
    for name in names:
        found = [one for one in known if name in {one.name, one.review.section.name}]
        if not found:
            raise UsageError(f"there is no reviewed section `{name}`", hint=f"There are {_listed(known)}.")
        if len(found) > 1:
            raise UsageError(f"several sections are called `{name}`", hint=f"Name one: {_listed(found)}.")
        chosen += found
    return chosen


def _listed(known: Sequence[Acceptance]) -> str:
    return ", ".join(f"`{one.name}`" for one in known) or "none: `datamodel:review` begins one"


# --- refusals --------------------------------------------------------------------------------------------------------


def _refuse_unfollowed(chosen: Sequence[Acceptance]) -> None:
    for one in chosen:
        for problem in one.review.problems:
            raise UsageError(f"{one.name}: {problem.message}", hint=problem.hint)


def _refuse_unedited(chosen: Sequence[Acceptance]) -> None:
    for one in chosen:
        if one.changes and not one.edited:
            raise UsageError(
                f'{one.name}: its facts changed and its prose did not, and the configuration says `accept = "edited"`',
                hint="Say in the section what is true now.",
            )


# --- what is shown ---------------------------------------------------------------------------------------------------


def _lines(one: Acceptance) -> Iterator[str]:
    from datamodel_check.markdown.escaping import visible

    yield f"{visible(one.name)} (line {one.review.section.opening.line})"
    if one.review.section.entry is None:
        chosen = {fact.name for fact in one.review.chosen}
        names = [fact.key for fact in one.review.chosen if fact.owner not in chosen]
        yield f"  depends on {visible(', '.join(names))}"
    for change in one.changes:
        yield f"  ~ {visible(change.text)}"
    if not one.changes and one.review.section.entry is not None:
        yield "  nothing changed since it was read"
    yield from (f"  | {visible(line)}" for line in one.page.document.body(one.review.section).splitlines() if line)


def _confirmed(text: str, count: int) -> bool:
    """Raises `UsageError` where nobody can be asked."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("`accept --all` asks first, and this is no terminal", hint="Name the sections instead.")
    sys.stderr.write(f"{text}\n\n")
    sys.stderr.write(f"Have you read {'all ' + str(count) if count > 1 else 'it'}, and is it true? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
