"""Names and expressions as Markdown that shows exactly them: nothing in them is markup, nothing is invisible."""

import re

INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
"""Control characters, ANSI's escape among them, and those that reverse or hide text."""

WHITE_SPACE = re.compile(r"[ \t\r\n\f\v\x85\xa0\u2028\u2029]+")
MARKUP = re.compile(r"[\\`*_\[\]<>&~|{}$#]")
ADDRESS = re.compile(
    r"(?<!\w)(?:(?:https?|ftp)://|www\.|mailto:|xmpp:)\S*[^\s.,;:!?)`]|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
"""What parsers make a link, though nobody wrote one."""
BLOCK_START = re.compile(r"(?P<digits>\d{1,9}(?=[.)]))|(?=[+=:-])")
MODULE_START = re.compile(r"(?=(?:im|ex)port\b)")


def visible(text: str) -> str:
    """`text` on one line, white space collapsed; a character that cannot be seen as its escape `\\u202e`."""
    return INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", WHITE_SPACE.sub(" ", text))


def escape_text(text: str, *, in_table: bool = False) -> str:
    """Words of a paragraph, heading or cell.

    Addresses become code: linters forbid bare ones, formatters disagree about escapes in them, and `<…>` is no MDX.
    """
    text = visible(text)
    parts: list[str] = []
    end = 0
    for address in ADDRESS.finditer(text):
        parts += (_escape_markup(text[end : address.start()]), escape_code(address[0], in_table=in_table))
        end = address.end()
    return "".join((*parts, _escape_markup(text[end:])))


def escape_code(text: str, *, in_table: bool) -> str:
    """A code span.

    Parsers disagree about a backslash before a pipe in the code of a table cell (cmark-gfm splits the cell where
    markdown-it does not): such code becomes escaped text.
    """
    text = visible(text).strip()
    if in_table and "\\|" in text:
        return _escape_markup(text)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if text.startswith("`") or text.endswith("`") or not text else ""
    code = f"{fence}{padding}{text}{padding}{fence}" if text else "` `"
    return code.replace("|", "\\|") if in_table else code


def _escape_markup(text: str) -> str:
    return MARKUP.sub(r"\\\g<0>", text)


def escape_start(line: str, *, mdx: bool) -> str:
    """A paragraph's text so that its beginning begins no list, heading, underline or (in MDX) no import."""
    if mdx and MODULE_START.match(line):
        return f"&#{ord(line[0])};{line[1:]}"
    match = BLOCK_START.match(line)
    return f"{match[0]}\\{line[match.end() :]}" if match else line


def escape_target(target: str) -> str:
    """A link's destination; what is not plain is percent-encoded."""
    return "".join(
        char
        if char.isascii() and (char.isalnum() or char in "/._-~@+")
        else "".join(f"%{byte:02X}" for byte in char.encode())
        for char in target
    )
