"""The globs in which workspaces name their packages."""


def matches(globs: "list[str] | tuple[str, ...]", directory: str) -> bool:
    """Whether a directory, relative to the globs' own, is named by them; `!` takes back what was named before."""
    named = False
    for glob in globs:
        pattern = glob.removeprefix("!")
        if _matches(pattern.removeprefix("./").rstrip("/") or ".", directory or "."):
            named = not glob.startswith("!")
    return named


def _matches(glob: str, directory: str) -> bool:
    import re

    return re.fullmatch(_translated(glob), directory) is not None


def _translated(glob: str) -> str:
    import re

    written: list[str] = []
    position = 0
    braces = 0
    while position < len(glob):
        character = glob[position]
        if glob.startswith("**/", position):
            written.append("(?:[^/]+/)*")
            position += 2
        elif glob.startswith("**", position):
            written.append(".*")
            position += 1
        elif character in "{," and (character == "{" or braces):
            written.append("(?:" if character == "{" else "|")
            braces += character == "{"
        elif character == "}" and braces:
            written.append(")")
            braces -= 1
        else:
            written.append({"*": "[^/]*", "?": "[^/]"}.get(character, re.escape(character)))
        position += 1
    return "".join(written) + ")" * braces
