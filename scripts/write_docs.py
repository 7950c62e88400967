"""Writes what is generated from the code: `docs/rules.md`, and the JSON Schema of the configuration.

With `--check` it writes nothing, and exits 1 where something is out of date.
"""

import json
import os
import sys

from datamodel_check.config.schema import json_schema
from datamodel_check.rules import RULES, Rule

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

HEAD = """\
# Rules

What `datamodel-check` reports. `datamodel-check explain DM101` prints the same in a terminal. Which rules are reported,
and how severe they are, is configured with `select`, `ignore` and `severity`; only errors make the exit code 1.

<!-- Generated from datamodel_check/rules.py by scripts/write_docs.py. -->

| rule | name | severity | when |
| --- | --- | --- | --- |
"""


def main() -> int:
    outdated = [path for path, text in generated().items() if read(path) != text]
    if "--check" in sys.argv:
        for path in outdated:
            print(f"{path} is out of date: run `python scripts/write_docs.py`")
        return int(bool(outdated))
    for path in outdated:
        with open(os.path.join(ROOT, path), "w", encoding="utf-8", newline="\n") as file:
            file.write(generated()[path])
        print(f"{path} written")
    return 0


def generated() -> dict[str, str]:
    """Path and text of each generated file."""
    return {
        "docs/rules.md": rules_page(),
        "datamodel_check/schemas/config.v1.json": json.dumps(json_schema(), indent=2) + "\n",
    }


def read(path: str) -> str | None:
    try:
        with open(os.path.join(ROOT, path), encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None


def rules_page() -> str:
    rows = (
        f"| [{rule.code}](#{rule.code.lower()}-{rule.name}) | {rule.name} | {rule.severity} | {rule.summary} |\n"
        for rule in RULES.values()
    )
    return HEAD + "".join(rows) + "".join(map(section, RULES.values()))


def section(rule: Rule) -> str:
    return f"""
## {rule.code} {rule.name}

{rule.summary}

**Why.** {rule.why}

```text
{rule.example}
```

**Cure.** {rule.cure}

**Repaired by `--fix`:** {rule.fixable}.
"""


if __name__ == "__main__":
    sys.exit(main())
