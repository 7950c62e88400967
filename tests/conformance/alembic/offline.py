"""What Alembic itself writes for revisions up to their head: `alembic upgrade head --sql`."""

import io
import sys
from contextlib import redirect_stdout
from pathlib import Path

from alembic import command
from alembic.config import Config

ENV = """
from alembic import context

context.configure(url={url!r}, target_metadata=None, literal_binds=True)
with context.begin_transaction():
    context.run_migrations()
"""

URLS = {"postgresql": "postgresql://", "mysql": "mysql+pymysql://", "sqlite": "sqlite://"}


def main(folder: Path, dialect: str) -> None:
    (folder / "env.py").write_text(ENV.format(url=URLS[dialect]))
    (folder / "script.py.mako").write_text("")
    config = Config()
    config.set_main_option("script_location", str(folder))
    written = io.StringIO()
    config.output_buffer = written
    with redirect_stdout(sys.stderr):
        command.upgrade(config, "head", sql=True)
    print(written.getvalue())


main(Path(sys.argv[1]), sys.argv[2])
