"""As much of GitHub's expressions as our action, workflows and recipes use.

https://docs.github.com/actions/reference/workflows-and-actions/expressions
"""

import re
from collections.abc import Mapping

TOKEN = re.compile(
    r"""\s*(?:(?P<text>'(?:[^']|'')*')|(?P<name>[A-Za-z_][\w.-]*)(?P<call>\(\))?|(?P<sign>&&|\|\||==|!=|!|\(|\)))"""
)
SIGNS = {"&&": " and ", "||": " or ", "!": " not "}
STATUS = {"success", "failure", "always", "cancelled"}


def substituted(text: str, known: Mapping[str, str], *, failed: bool = False) -> str:
    """`text` with the values of its expressions; `known` maps `inputs.paths` and the like to values."""
    return re.sub(r"\$\{\{ (.+?) \}\}", lambda found: str(value(found[1], known, failed=failed)), text)


def is_wanted(condition: str, known: Mapping[str, str], *, failed: bool) -> bool:
    """Whether a step of that `if` is run: after a failure only if the condition asks how things stand."""
    inner = re.sub(r"^\$\{\{ (.*) \}\}$", r"\1", condition.strip(), flags=re.DOTALL)
    asks = any(f"{name}()" in inner for name in STATUS)
    return bool(value(inner, known, failed=failed)) and (asks or not failed)


def value(expression: str, known: Mapping[str, str], *, failed: bool = False) -> object:
    """The value of an expression without the braces."""
    status = {"success": not failed, "failure": failed, "always": True, "cancelled": False}
    python, position = "", 0
    while position < len(expression.rstrip()):
        token = TOKEN.match(expression, position)
        assert token, f"{expression[position:]!r} is not understood"
        position = token.end()
        if token["text"]:
            python += repr(token["text"][1:-1].replace("''", "'"))
        elif token["call"]:
            python += repr(status[token["name"]])
        elif token["name"]:
            python += repr(known.get(token["name"], ""))
        else:
            python += SIGNS.get(token["sign"], token["sign"])
    return eval(python.strip(), {"__builtins__": {}})  # noqa: S307  made of literals and operators only
