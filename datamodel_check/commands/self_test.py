"""`self-test`: does the check notice what goes wrong here? It plants faults in memory and changes no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.commands.answer import Answer
from datamodel_check.commands.common import add_format_argument, add_state_arguments, open_state

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from datamodel_check.model.fault import Trial

MANY = 20
"""Subjects that the text names; json names all."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="try every column, not some of each table")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if any fault would pass unseen")
    add_format_argument(parser, "text", "json")
    add_state_arguments(parser)


def run(arguments: Namespace) -> Answer:
    from datamodel_check.pipeline import proving

    state = open_state(arguments)
    trials = tuple(proving.prove(state, every=arguments.all))
    missed = [trial for trial in trials if not trial.caught and trial.in_document]
    unseen = [trial for trial in trials if not trial.caught]
    text = _as_json(trials) if arguments.output_format == "json" else "\n".join(_lines(trials)) + "\n"
    return Answer(text, state.notices, int(bool(missed or (arguments.strict and unseen))))


def _as_json(trials: Sequence[Trial]) -> str:
    import json

    made = {
        "version": 1,
        "planted": len(trials),
        "caught": sum(trial.caught for trial in trials),
        "unseen": [
            {"subject": trial.subject, "fault": trial.text, "reason": _reason(trial)}
            for trial in trials
            if not trial.caught
        ],
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _reason(trial: Trial) -> str:
    if trial.hidden:
        return "suppressed"
    return "missed" if trial.in_document else "undocumented"


def _lines(trials: Sequence[Trial]) -> Iterator[str]:
    from datamodel_check.markdown.escaping import visible
    from datamodel_check.report.protocol import count

    in_facts = [trial for trial in trials if not trial.in_document]
    in_documents = [trial for trial in trials if trial.in_document]
    yield f"Planted {count(len(trials), 'fault')}, one at a time; no file was changed."
    yield f"  in the code's facts: {sum(one.caught for one in in_facts)} of {len(in_facts)} turn the check red"
    yield f"  in the documents: {sum(one.caught for one in in_documents)} of {len(in_documents)} turn the check red"
    for reason, title in _TITLES.items():
        told = [one for one in trials if not one.caught and _reason(one) == reason]
        if told:
            yield ""
            yield f"{title} ({len(told)})"
            yield from (f"  {visible(line)}" for line in _grouped(told))


_TITLES = {
    "missed": "Not noticed, though a document is broken: this is a bug in datamodel-check, please report it",
    "suppressed": "Noticed, but the configuration, the baseline or a `datamodel:ignore` hides it",
    "undocumented": "Would pass unseen, because no section speaks of it",
}


def _grouped(trials: Sequence[Trial]) -> Iterator[str]:
    """A line for each subject; parts (`user.email`) with what they are part of."""
    owners: dict[str, list[str]] = {}
    for trial in trials:
        owner, _, part = trial.subject.rpartition(".") if not trial.in_document else ("", "", trial.subject)
        name, text = (owner, f"{part}: {trial.text}") if owner and "/" not in owner else (trial.subject, trial.text)
        owners.setdefault(name, []).append(text)
    for name, texts in list(owners.items())[:MANY]:
        more = f" and {len(texts) - 3} more" if len(texts) > 3 else ""
        yield f"{name}: {', '.join(texts[:3])}{more}"
    if len(owners) > MANY:
        yield f"… and {len(owners) - MANY} more: `--output-format json` names all"
