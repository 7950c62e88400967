"""Django's migrations (https://docs.djangoproject.com/en/5.2/topics/migrations/): operations on the state of models.

`loading.py` reads the files, `graph.py` says in which order they run, `operations.py` what operations are called and
given, `state.py` replays them, and `comparing.py` says what `makemigrations` would write next. Rules are taken from
django/db/migrations of Django 5.2.
"""

from collections.abc import Sequence

from datamodel_check.extract.migrations.protocol import Stated
from datamodel_check.extract.protocol import Marks, Settings
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source


class DjangoMigrations:
    """Reads the migrations of Django's apps, and compares them with their models."""

    tool = "django"
    marks = Marks(paths=("**/migrations/*.py",), suffixes=(".py",), literals=(b"django.db.migrations",))

    def stated(
        self,
        program: Program,
        candidates: Sequence[str],
        models: Sequence[str],
        sources: Sequence[Source],
        settings: Settings,
    ) -> Stated:
        from datamodel_check.extract.migrations.django.reading import stated

        return stated(program, candidates, models, sources, settings)
