"""The options, with their defaults."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.finding import Severity
from datamodel_check.model.globs import matches_any
from datamodel_check.rules import RULES, expand

FailOn: TypeAlias = Literal["any", "introduced"]

Accept: TypeAlias = Literal["read", "edited"]

Scope: TypeAlias = Literal["all", "new"]

Style: TypeAlias = Literal["compact", "aligned"]


class Project(NamedTuple):
    """One part of a monorepo: documents below `root` speak of the schemas below `root`.

    `docs` and `sources`, where given, say it more exactly. All are paths or globs from the repository's root.
    """

    root: str
    docs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def has_document(self, path: str) -> bool:
        return matches_any(self.docs or _below(self.root), path)

    def has_source(self, path: str) -> bool:
        return matches_any(self.sources or _below(self.root), path)


class Options(NamedTuple):
    """What may be configured; one field for each key. Globs count from the repository's root."""

    docs: tuple[str, ...] = ()
    """Where documents may be; empty: everywhere."""
    prose: tuple[str, ...] = ()
    """Markdown files that are read although they hold no directives."""
    types: tuple[str, ...] = ()
    """Files with the types of the domain; empty: where these usually are."""
    sources: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    """Codes, beginnings of codes, or names of rules; empty: all."""
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Globs of files, and the rules that are not reported there."""
    severity: tuple[tuple[str, Severity], ...] = ()
    fail_on: FailOn = "any"
    accept: Accept = "read"
    coverage: tuple[tuple[str, int], ...] = ()
    """Kinds of facts, and how many of a hundred must be documented."""
    coverage_of: Scope = "all"
    style: Style = "compact"
    guards: tuple[str, ...] = ("prettier",)
    projects: tuple[Project, ...] = ()
    file: str | None = None
    """The file that all this comes from."""

    def is_document(self, path: str) -> bool:
        """Whether a Markdown file may be a document."""
        return (not self.docs or matches_any(self.docs, path)) and not self.is_excluded(path)

    def is_prose(self, path: str) -> bool:
        """Whether a Markdown file is read although it holds no directives."""
        return bool(self.prose) and matches_any(self.prose, path) and not self.is_excluded(path)

    def is_excluded(self, path: str) -> bool:
        return matches_any(self.exclude, path)

    def reports(self, code: str) -> bool:
        """Whether findings of a rule are reported."""
        return (not self.select or code in expand(self.select)) and code not in expand(self.ignore)

    def ignores(self, path: str, code: str) -> bool:
        """Whether findings of a rule are not reported in a file."""
        return any(code in expand(words) and matches_any((glob,), path) for glob, words in self.per_file_ignores)

    def severity_of(self, code: str) -> Severity:
        """The severity of a rule, which the most exact entry decides."""
        fitting = [(len(word), level) for word, level in self.severity if code in expand((word,))]
        return max(fitting)[1] if fitting else RULES[code].severity

    def all_sources(self) -> tuple[str, ...]:
        """The globs of schema files, those of the projects as well."""
        return tuple(dict.fromkeys((*self.sources, *(glob for project in self.projects for glob in project.sources))))

    def project_of(self, path: str) -> Project | None:
        """The innermost project that a document belongs to."""
        fitting = [project for project in self.projects if project.has_document(path)]
        return max(fitting, key=lambda project: len(project.root), default=None)

    def with_rules(self, select: Sequence[str], ignore: Sequence[str]) -> "Options":
        """With what the command line says: it replaces what is selected, and adds to what is ignored."""
        return self._replace(select=tuple(select) or self.select, ignore=(*self.ignore, *ignore))


def _below(root: str) -> tuple[str, ...]:
    return (f"{root}/**" if root else "**",)
