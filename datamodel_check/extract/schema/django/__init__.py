"""Django's models (https://docs.djangoproject.com): the tables that `migrate` would make of them.

Rules are taken from the sources of Django 5.2; docstrings name the file. `settings.py` and `apps.py` find out which
apps there are, `classes.py` and `fields.py` read what classes say, `project.py` puts the models together, and
`tables.py` says what the database is told. Databases differ in `backends.py`.
"""

from collections.abc import Sequence

from datamodel_check.extract.protocol import Extraction, Marks, Settings
from datamodel_check.model.program import Program
from datamodel_check.model.schema import System


class Django:
    """Reads the models of Django's apps."""

    system: System = "django"
    marks = Marks(
        paths=("**/models.py", "**/models/*.py", "**/apps.py", "**/settings.py", "**/settings/*.py", "**/manage.py"),
        suffixes=(".py",),
        literals=(b"django.db", b"django.contrib.gis.db", b"INSTALLED_APPS"),
    )

    def extract(self, program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
        from datamodel_check.extract.schema.django.sources import extract

        return extract(program, candidates, settings)
