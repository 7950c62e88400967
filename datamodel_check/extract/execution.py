"""In which order modules run."""

from collections.abc import Collection, Iterator, Sequence

from datamodel_check.extract.imports import imported
from datamodel_check.model.program import Program


def execution(program: Program, files: Sequence[str], among: Collection[str] | None = None) -> Iterator[str]:
    """The modules that run when `files` are loaded one after the other: what a module imports comes before it.

    Only those in `among` are followed, where it is given.
    """
    seen: set[str] = set()
    pending = [(path, False) for path in reversed(files)]
    while pending:
        path, entered = pending.pop()
        if entered:
            yield path
            continue
        wanted = path not in seen and (among is None or path in among)
        module = program.module(path) if wanted else None
        if module is None:
            continue
        seen.add(path)
        pending.append((path, True))
        sources = dict.fromkeys(one.source for one in sorted(imported(module), key=lambda one: one.span))
        targets = [program.resolve(source, path) for source in sources]
        pending += [(target, False) for target in reversed(targets) if target is not None]
