"""What the workflow wants. Values come through the environment, never through the text of a script."""

from collections.abc import Mapping
from typing import NamedTuple

FAIL_ON = {
    "check": ("any", "introduced", "never"),
    "fix-patch": ("any", "introduced", "never"),
    "diff": ("never", "breaking", "risky", "safe"),
}
"""The modes, and what each may fail on; the first is the default."""


class InputError(Exception):
    """An input that cannot be followed."""


class Inputs(NamedTuple):
    """The inputs of `action.yml`, checked."""

    directory: str
    paths: tuple[str, ...]
    config: str
    base: str
    mode: str
    fail_on: str


def read(environment: Mapping[str, str]) -> Inputs:
    """The inputs. Raises `InputError`."""
    mode = environment["MODE"] or "check"
    if mode not in FAIL_ON:
        raise InputError(f"there is no mode {mode}: it is one of {', '.join(FAIL_ON)}")
    fail_on = environment["FAIL_ON"] or FAIL_ON[mode][0]
    if fail_on not in FAIL_ON[mode]:
        raise InputError(f"in mode {mode}, fail-on cannot be {fail_on}: it is one of {', '.join(FAIL_ON[mode])}")
    if environment["BASE"].startswith("-"):
        raise InputError(f"the base {environment['BASE']} is no revision")
    return Inputs(
        directory=environment["WORKING_DIRECTORY"] or ".",
        paths=tuple(line.strip() for line in environment["PATHS"].splitlines() if line.strip()),
        config=environment["CONFIG"],
        base=environment["BASE"],
        mode=mode,
        fail_on=fail_on,
    )
