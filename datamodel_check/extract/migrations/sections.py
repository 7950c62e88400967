"""Files that hold the way up and the way down: which statements are the way up.

goose: https://pressly.github.io/goose/documentation/annotations/; dbmate: https://github.com/amacneil/dbmate#migration-files;
sql-migrate: https://github.com/rubenv/sql-migrate#writing-migrations
"""

from datamodel_check.model.sql import Script, Statement

TOOLS = {"+goose": "goose", "migrate:": "dbmate", "+migrate": "sql-migrate", "+micrate": "micrate"}


def tool(script: Script) -> str | None:
    """The tool whose marks the script has."""
    for marker in script.markers:
        for prefix, name in TOOLS.items():
            if marker.text.startswith(prefix):
                return name
    return None


def upward(script: Script) -> tuple[Statement, ...]:
    """The statements up to the mark of the way down; all of them where there is none."""
    switches = [(marker.span.start, _direction(marker.text)) for marker in script.markers]
    switches = [(start, up) for start, up in switches if up is not None]
    if not switches:
        return script.statements
    return tuple(statement for statement in script.statements if _is_up(statement.span.start, switches))


def _direction(text: str) -> bool | None:
    words = text.replace(":", " ").lower().split()
    word = words[1] if len(words) > 1 else ""
    return {"up": True, "down": False}.get(word)


def _is_up(position: int, switches: list[tuple[int, bool | None]]) -> bool:
    state: bool | None = True
    for start, up in switches:
        if start > position:
            break
        state = up
    return bool(state)
