"""The tool at work on a copy of the sample application: green, an edit, red with the explanation, `--fix`, green.

Run by `make demo`. Exits 1 where a step does not end as it should.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bookshop")
SCHEMA = "packages/db/src/schema/accounts.ts"
DOCUMENT = "docs/data-model.md"

BEFORE = "varchar('email', { length: 320 })"
AFTER = "varchar('email', { length: 254 })"

MIGRATIONS = "packages/db/migrations"
TAG = "0002_shorter_email"
MIGRATION = 'ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE varchar(254);\n'


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="datamodel-check-") as folder:
        repository = os.path.join(folder, "bookshop")
        shutil.copytree(SAMPLE, repository, ignore=shutil.ignore_patterns("node_modules"))
        git(repository, "init", "--quiet")
        git(repository, "add", "--all")

        say("A bookshop with a Drizzle schema, and a document that says what the schema says.")
        check(repository, expect=0)

        say(f"Somebody shortens the e-mail address: {BEFORE} becomes {AFTER}.")
        edit(os.path.join(repository, SCHEMA))
        check(repository, expect=1, saying="change users.email from varchar(320) to varchar(254)")

        say("The migration was forgotten too. This is what drizzle-kit would generate:")
        migrate(repository)
        show(MIGRATION)

        say("The document is repaired. Nothing outside the stale sections is touched:")
        check(repository, "--fix", expect=0)
        show(git(repository, "diff", "--unified=0", "--", DOCUMENT))

        say("And the next commit is green again.")
        check(repository, expect=0)
    return 0


def say(sentence: str) -> None:
    print(f"\n{bold(sentence)}\n")


def check(repository: str, *arguments: str, expect: int, saying: str = "") -> None:
    """Runs the tool as a person would, shows what it prints, and ends the demonstration where that is not as expected."""
    print(f"$ {' '.join(('datamodel-check', *arguments))}")
    command = [sys.executable, "-m", "datamodel_check", "check", *arguments]
    done = subprocess.run(command, cwd=repository, env=environment(), capture_output=True, text=True, check=False)
    show(done.stdout + done.stderr)
    if done.returncode != expect or saying not in done.stdout:
        about = f" and an explanation of {saying}" if saying else ""
        sys.exit(f"expected exit code {expect}{about}, but the exit code was {done.returncode}")


def edit(path: str) -> None:
    with open(path, encoding="utf-8") as stream:
        text = stream.read()
    if BEFORE not in text:
        sys.exit(f"the sample no longer holds {BEFORE}: change the demonstration with it")
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(text.replace(BEFORE, AFTER))


def migrate(repository: str) -> None:
    """The next migration, and its line in the journal."""
    with open(os.path.join(repository, MIGRATIONS, f"{TAG}.sql"), "w", encoding="utf-8") as stream:
        stream.write(MIGRATION)
    path = os.path.join(repository, MIGRATIONS, "meta", "_journal.json")
    with open(path, encoding="utf-8") as stream:
        journal = json.load(stream)
    last = journal["entries"][-1]
    journal["entries"].append({**last, "idx": last["idx"] + 1, "when": last["when"] + 1, "tag": TAG})
    with open(path, "w", encoding="utf-8") as stream:
        json.dump(journal, stream, indent=2)


def git(repository: str, *arguments: str) -> str:
    command = ["git", "-C", repository, *arguments]
    return subprocess.run(command, env=environment(), capture_output=True, text=True, check=True).stdout


def environment() -> dict[str, str]:
    """Without what git sets for its hooks, so that the demonstration may run in one."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return variables | ({"FORCE_COLOR": "1"} if sys.stdout.isatty() and "NO_COLOR" not in variables else {})


def show(text: str) -> None:
    for line in text.splitlines():
        print(f"  {line}".rstrip())


def bold(text: str) -> str:
    return f"\033[1m{text}\033[0m" if sys.stdout.isatty() and "NO_COLOR" not in os.environ else text


if __name__ == "__main__":
    sys.exit(main())
