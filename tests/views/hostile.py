"""A schema whose names are all the trouble that Markdown, MDX, Mermaid and terminals know."""

from datamodel_check.model.layers import DomainType, Lineage, Member, Operation, Route, Service, State, TypeMember
from datamodel_check.model.migrations import History, Irregularity, Migration, Pending
from datamodel_check.model.schema import Check, Enum, Index, IndexColumn
from datamodel_check.model.snapshot import Detection, Evidence, Snapshot
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
    *(
        "<script>harm()</script>",
        "<img src=x onerror=harm()>",
        "[x](javascript:harm())",
        '![x](x" onerror="harm())',
        '" onmouseover="harm()',
        "</td></table><svg onload=harm()>",
        "<iframe srcdoc='<script>parent.harm()</script>'>",
        "</style></svg><script>harm()</script>",
        "<javascript:harm()>",
        "click a call harm()",
        "%%{init: {'securityLevel': 'loose'}}%%",
        "<style>*{display:none}</style>",
    ),
)
"""`harm` is what a page of the tests calls when a name has become its code."""

TABLES = tuple(
    table(name, column(name, name, default=name)._replace(comment=name), primary=(name,))._replace(
        comment=name,
        indexes=(Index(name, (IndexColumn(name),), where=name),),
        checks=(Check(name, name),),
        foreign_keys=(key(name, NAMES[0], NAMES[0]),),
    )
    for name in sorted(NAMES)
)

LAYERS = Snapshot(
    migrations=(
        History(
            "drizzle",
            NAMES[0],
            "postgresql",
            tuple(Migration(name, HERE, (name,)) for name in NAMES),
            irregularities=tuple(Irregularity("missing", HERE, name, name) for name in NAMES),
            pending=tuple(Pending("added", name, name) for name in NAMES),
        ),
    ),
    detections=(
        Detection("database", "drizzle", detected=True, version=NAMES[0], evidence=(Evidence(NAMES[0], 1, NAMES[0]),)),
    ),
    routes=tuple(
        Route("express", "endpoint", "GET", name, name, HERE, (name,), reads=(name,), writes=(name,), calls=(name,))
        for name in NAMES
    ),
    services=tuple(
        Service("class", name, HERE, (Operation(name, HERE, reads=(name,), writes=(name,), calls=(name,)),))
        for name in NAMES
    ),
    state=tuple(
        State(
            *("zustand", "store", name, HERE, (Member(name, type=name),), name),
            endpoints=(name,),
            invalidates=(name,),
            options=(name,),
        )
        for name in NAMES
    ),
    types=tuple(
        DomainType("interface", name, HERE, (TypeMember(name, name),))
        if number % 2
        else DomainType("type", name, HERE, definition=name)
        for number, name in enumerate(NAMES)
    ),
    lineage=tuple(Lineage(name, (name,), (name,), (name,), (name,)) for name in NAMES),
)

HOSTILE = LAYERS._replace(
    sources=(
        SHOP._replace(
            tables=TABLES, enums=(Enum(None, NAMES[0], "e", NAMES, HERE),), files=("a (b)/[id]/c|d.ts", "ü.ts")
        ),
    ),
)
