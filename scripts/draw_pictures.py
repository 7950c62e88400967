"""Draws the pictures of the README: `python -m scripts.draw_pictures`. It needs Chromium and the packages of the tests.

The terminal is drawn by rich. What GitHub renders is rendered with markdown-it and Mermaid; these pictures carry the
text that they were made from, so that a test without a browser knows whether they are up to date.
"""

import json
import os
import tempfile

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from scripts import browser, png, story

IMAGES = os.path.join(story.ROOT, "docs", "images")
PACKAGES = os.path.join(story.ROOT, "tests", "conformance", "node_modules")

# rich's own format loads a font from the network; a reader's page should not.
TERMINAL = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""

PAGE = """\
<!doctype html>
<meta charset="utf-8">
<style>
body {{ margin: 0; padding: 24px; width: max-content; background: #fff; color: #1f2328;
  font: 16px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", Helvetica, Arial, sans-serif; }}
main {{ width: {width}; }}
h2 {{ margin: 24px 0 16px; padding-bottom: 5px; border-bottom: 1px solid #d1d9e0; font-size: 24px; }}
h2:first-child {{ margin-top: 0; }}
ul {{ padding-left: 32px; }}
code {{ padding: 3px 6px; border-radius: 6px; background: #eff1f3;
  font: 85% ui-monospace, "DejaVu Sans Mono", monospace; }}
pre {{ padding: 16px; border-radius: 6px; background: #f6f8fa; }}
pre code {{ padding: 0; background: none; }}
details {{ margin: 16px 0; }}
</style>
<body><main></main></body>
<script src="file://{packages}/{library}"></script>
<script>
const text = {text};
const show = (html) => {{
  document.querySelector("main").innerHTML = html;
  const {{ width, height }} = document.body.getBoundingClientRect();
  document.body.dataset.size = Math.ceil(width) + "x" + Math.ceil(height);
}};
{script}
</script>
"""

MARKDOWN = "markdown-it/dist/browser/markdown-it.umd.min.js", "show(markdownit({ html: true }).render(text));"
MERMAID = (
    "mermaid/dist/mermaid.min.js",
    "mermaid.initialize({ er: { useMaxWidth: false } }); mermaid.render('erd', text).then(({ svg }) => show(svg));",
)


def main() -> None:
    os.makedirs(IMAGES, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        repository = story.tell(folder)
        write("red.svg", terminal(story.terminal(repository)).encode())
        write("summary.png", page(story.summary(repository), *MARKDOWN, width="880px"))
        write("erd.png", page(story.diagram(repository), *MERMAID, width="max-content"))


def terminal(output: str) -> str:
    """What a terminal shows, as SVG."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        console = Console(width=story.WIDTH, record=True, file=nowhere)
        console.print(Text.assemble(("$ ", "bold green"), "datamodel-check"))
        console.print(Text.from_ansi(output))
        return console.export_svg(title="a stale document", theme=MONOKAI, code_format=TERMINAL, unique_id="red")


def page(text: str, library: str, script: str, *, width: str) -> bytes:
    """A text as a browser shows it, as PNG."""
    shown = PAGE.format(packages=PACKAGES, library=library, script=script, text=json.dumps(text), width=width)
    return png.with_source(browser.picture(shown), text)


def write(name: str, data: bytes) -> None:
    path = os.path.join(IMAGES, name)
    with open(path, "wb") as file:
        file.write(data)
    print(f"{os.path.relpath(path, story.ROOT)} written, {len(data):,} bytes")


if __name__ == "__main__":
    main()
