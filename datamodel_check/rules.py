"""The catalogue of rules as data: documentation, `explain` and the configuration's schema are made of it."""

from collections.abc import Iterable
from typing import NamedTuple

from datamodel_check.model.finding import Severity


class Rule(NamedTuple):
    """One kind of divergence. Texts are Markdown; code stands in backticks."""

    code: str
    name: str
    severity: Severity
    summary: str
    """One line: when it is reported."""
    why: str
    example: str
    """What a report of it looks like."""
    cure: str
    fixable: str
    """Whether `--fix` repairs it, and when not."""


_ALL = (
    Rule(
        "DM101",
        "stale-section",
        "error",
        "The facts that a generated section states have changed in the code.",
        "People and coding agents act on what the document says. The code has moved on since the section was "
        "generated, so whoever relies on it is wrong.",
        "docs/data-model.md:41: DM101 `table users` is stale: users.email: type varchar(100) → varchar(255)",
        "Run `datamodel-check --fix`, read the difference, commit it together with the change to the code. Where the "
        "table itself is gone, delete the section or name the new table in its opening line.",
        "yes, unless what the opening line names is gone",
    ),
    Rule(
        "DM102",
        "edited-section",
        "error",
        "The text of a generated section was edited by hand.",
        "The next regeneration would silently discard these words. They also look as if they were derived from the "
        "code, and they are not.",
        "docs/data-model.md:41: DM102 `table users` was edited by hand",
        "Move your words out of the section, above its opening line or below its closing line. Then run "
        "`datamodel-check --fix --overwrite-edits`, which restores the generated text.",
        "only with `--overwrite-edits`, because it discards the edit",
    ),
    Rule(
        "DM103",
        "stale-prose",
        "error",
        "The facts that a reviewed section depends on have changed since somebody read it.",
        "Prose says what no table can: why, how many, and what must never happen. No machine can tell whether it is "
        "still true, but one can tell that it is time to look.",
        "docs/data-model.md:41: DM103 `referrals` may no longer be true: 1 fact that it depends on has changed: "
        "user.referral_limit: default 5 → 10, but line 43 says: Users have at most five referrals.",
        "Read the section, mend what is no longer true, then run `datamodel-check accept referrals` and commit the "
        "document together with the change to the code.",
        "no: only a person can say that prose is true",
    ),
    Rule(
        "DM104",
        "missing-manifest",
        "error",
        "A generated section has no fingerprint yet, or one that cannot be read.",
        "Without its fingerprint nobody can say whether the section is still true, so it counts as stale.",
        "docs/data-model.md:41: DM104 `table users` has no fingerprint yet",
        "Run `datamodel-check --fix`: it fills in the section and writes its closing line.",
        "yes, unless a newer version of datamodel-check wrote the closing line",
    ),
    Rule(
        "DM105",
        "broken-directive",
        "error",
        "A directive in a document cannot be followed: unclosed, unopened, nested, duplicate, malformed, naming a view "
        "or a filter that does not exist, or torn by git's conflict markers.",
        "What cannot be followed is not checked. A typing error must not switch the check off.",
        "docs/data-model.md:41: DM105 there is no view `tabels`. Did you mean `tables`?",
        "Mend the line as the message says. Conflict markers inside a generated section need no decision: "
        "`datamodel-check --fix` generates the section anew.",
        "conflict markers inside a section: yes; all else: no",
    ),
    Rule(
        "DM106",
        "unused-suppression",
        "warning",
        "A line that asks for silence, or an entry of the baseline, suppresses nothing any more.",
        "What suppresses nothing today hides the next finding tomorrow.",
        "docs/data-model.md:12: DM106 `datamodel:ignore` of DM101 suppresses nothing",
        "Delete the line; of the baseline, run `datamodel-check baseline` to write it anew.",
        "no",
    ),
    Rule(
        "DM107",
        "wrong-claim",
        "error",
        "A value in prose that is bound to facts, or a default, a key or choices that reviewed prose states, is not "
        "what the code says.",
        "A number in a sentence is read as carefully as a table, and nobody thinks of it when the code changes.",
        "docs/data-model.md:12: DM107 `value count tables` says 18, and the code says 19",
        "Run `datamodel-check --fix`; where nothing is bound, write what is true.",
        "values in `datamodel:value`: yes; other prose: no",
    ),
    Rule(
        "DM201",
        "undocumented",
        "error",
        "A table (route, store, …, as configured) of which no section speaks.",
        "A document that leaves out a table looks complete. Whoever relies on it does not know what is missing.",
        "src/schema.ts:41: DM201 no section speaks of the table `refunds` (17 of 18 are documented, all are wanted)",
        "Write the opening line of a section into a document, and run `datamodel-check --fix`. How much is wanted says "
        "`coverage` in the configuration; nothing is by default.",
        "no: where it belongs is for you to say",
    ),
    Rule(
        "DM202",
        "dead-reference",
        "error",
        "Prose names a path, a column, a route or a symbol that was there when it was written, and is not any more.",
        "Whoever looks for it finds nothing, or takes something else for it. A coding agent invents it anew.",
        "docs/data-model.md:12: DM202 `src/billing/usage.ts` is called `src/billing/meter.ts` since 1f2e3d4",
        "Say what is there now. What is told of the past (removed, formerly, no longer, …) or as an example is not "
        "reported, and neither is what never was a fact here. Names are looked for in documents with directives, and "
        "in those that `prose` of the configuration names.",
        "no",
    ),
    Rule(
        "DM301",
        "pending-migration",
        "error",
        "The schema and the state that its migrations produce disagree.",
        "Whoever deploys gets the database that the migrations make, not the one that the schema and the document "
        "describe.",
        "packages/db/schema.ts:31: DM301 the schema and the migrations in packages/db/migrations disagree: "
        "add column user.banned boolean not null default false",
        "Generate the migration with the ORM's own command, read it, and commit it together with the schema. "
        "Differences that the ORM itself would not migrate are not reported.",
        "no: a migration is yours to write",
    ),
    Rule(
        "DM302",
        "migration-history",
        "error",
        "A history of migrations is not in order: a file missing or unlisted, two with one number or parent, a "
        "snapshot that does not match its SQL, a statement that does not fit, or a committed migration edited later.",
        "Databases that ran a migration never run it again. What is edited, skipped or runs in another order there "
        "makes databases that differ, and nobody sees it until one of them fails.",
        "drizzle/0003_add_roles.sql:1: DM302 0003_add_roles was edited, but databases may have run it as it was",
        "Do what the message says; mostly: restore the file as it was, and make the change in a new migration. What "
        "was committed is judged by `--base REV`, else by the last commit.",
        "no",
    ),
    Rule(
        "DM901",
        "unresolved",
        "warning",
        "Something in the code could not be decided without running it.",
        "The fact is kept as the source text says it and takes part in the fingerprint, so a change in it is seen. But "
        "its value is not known, and the document cannot say more than the code does.",
        "packages/db/schema.ts:7: DM901 the length of `code` comes from `process.env.CODE_LENGTH`",
        'Make the value a constant that can be read. If it is fine as it is, set `severity.DM901 = "note"` or ignore '
        "the rule in the configuration.",
        "no",
    ),
    Rule(
        "DM902",
        "unreadable",
        "error",
        "A file that should hold facts could not be read or parsed, or a declared ORM yields no table.",
        "Its facts are missing. Missing facts look like deleted ones, and a document without them looks complete.",
        "packages/db/schema.ts:12: DM902 syntax error: the file is read only up to here",
        "Mend the file. If it is not part of your data model, name it in `exclude` of the configuration.",
        "no",
    ),
)

RULES: dict[str, Rule] = {rule.code: rule for rule in _ALL}


def matching(word: str) -> tuple[str, ...]:
    """The codes that a word of `--select` means: a code, the beginning of codes (`DM1`), or a name."""
    by_name = tuple(rule.code for rule in _ALL if rule.name == word.lower())
    code = word.upper()
    return by_name or tuple(known for known in RULES if code.startswith("DM") and known.startswith(code))


def expand(words: Iterable[str]) -> frozenset[str]:
    """All codes that the words mean; words that mean none must have been refused before."""
    return frozenset(code for word in words for code in matching(word))


def suggest(word: str) -> str:
    """What to write instead of a word that means no rule, as one sentence."""
    from difflib import get_close_matches

    known = (*RULES, *(rule.name for rule in _ALL))
    close = get_close_matches(word.upper(), known, 1, 0.7) or get_close_matches(word.lower(), known, 1)
    return f"Did you mean {close[0]}?" if close else f"Known are {', '.join(RULES)}."
