"""Draws the pictures of the README: what the tool prints on the sample application, as SVG."""

import os
import shutil
import subprocess
import sys
import tempfile

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAMPLE = os.path.join(ROOT, "examples", "bookshop")
SCHEMA = "packages/db/src/schema/accounts.ts"
EDIT = ("varchar('email', { length: 320 })", "varchar('email', { length: 254 })")
WIDTH = 104

# rich's own format loads a font from the network; a reader's page should not.
FORMAT = """\
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


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        repository = os.path.join(folder, "bookshop")
        shutil.copytree(SAMPLE, repository, ignore=shutil.ignore_patterns("node_modules"))
        run(repository, "git", "init", "--quiet")
        schema = os.path.join(repository, SCHEMA)
        with open(schema, encoding="utf-8") as file:
            text = file.read()
        with open(schema, "w", encoding="utf-8") as file:
            file.write(text.replace(*EDIT))
        output = run(repository, sys.executable, "-m", "datamodel_check", "--color", "always")
    console = Console(width=WIDTH, record=True, file=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    console.print(Text.assemble(("$ ", "bold green"), "datamodel-check"))
    console.print(Text.from_ansi(output))
    target = os.path.join(ROOT, "docs", "images", "red.svg")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    console.save_svg(target, title="a stale document", theme=MONOKAI, code_format=FORMAT, unique_id="red")
    print(f"{os.path.relpath(target, ROOT)} written")


def run(folder: str, *words: str) -> str:
    environment = os.environ | {"COLUMNS": str(WIDTH), "PYTHONPATH": ROOT}
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    main()
