"""A schema whose names are all the trouble that Markdown, MDX, Mermaid and terminals know."""

from datamodel_check.model.schema import Check, Enum, Index, IndexColumn
from datamodel_check.model.snapshot import Snapshot
from tests.views.samples import HERE, SHOP, column, key, table

NAMES = (
    *(
        "a|b",
        "a\\|b",
        "| --- |",
        "`tick`",
        "a`b",
        "``",
        "`",
        "a``b`",
        "\\",
        "\\\\",
        "back\\slash",
        "trail\\",
        "C:\\x|y",
    ),
    *("x --> y", "*/}", "{/* x */}", "{expr}", "<b>html</b>", "<a", "a>b", "]]>", "<!-- datamodel:end -->", "<!--"),
    *("a_b_c", "_emph_", "*star*", "**", "~~s~~", "~", "$x$", "^sup^", ":smile:", "&amp; &lt;", "[link](http://x)"),
    *(
        "![i](y)",
        "[^1]",
        "[ ]",
        "[x] y",
        "!",
        "#1 issue",
        "#",
        "a #",
        "=",
        "===",
        "-",
        "---",
        "1. x",
        "+ y",
        "- z",
        "—",
    ),
    *("www.example.com", "http://x.y/_a_", "https://x.y", "a@b.co", "@user", "export default", "import x", "::error"),
    *("line\nbreak", "tab\there", "\x1b[31mred", "\u202erev", "na\u00efve \u540d\u524d", "e\u0301", "a  b", " lead"),
    *("%%{init}%%", "%", '"q"', "'", "PK", "style", "end", "2fa", "\ud800"),
)

TABLES = tuple(
    table(name, column(name, name, default=name)._replace(comment=name), primary=(name,))._replace(
        comment=name,
        indexes=(Index(name, (IndexColumn(name),), where=name),),
        checks=(Check(name, name),),
        foreign_keys=(key(name, NAMES[0], NAMES[0]),),
    )
    for name in sorted(NAMES)
)

HOSTILE = Snapshot(
    (
        SHOP._replace(
            tables=TABLES, enums=(Enum(None, NAMES[0], "e", NAMES, HERE),), files=("a (b)/[id]/c|d.ts", "ü.ts")
        ),
    )
)
