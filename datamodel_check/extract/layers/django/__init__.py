"""The routes of Django and of Django REST framework.

Sources: https://docs.djangoproject.com/en/stable/topics/http/urls/, https://www.django-rest-framework.org/api-guide/routers/.
"""

from collections.abc import Sequence

from datamodel_check.extract.protocol import Marks, Routes, Settings
from datamodel_check.model.program import Program


class DjangoRoutes:
    """Reads the patterns of a project's URL configuration, with those that it includes."""

    system = "django"
    marks = Marks(suffixes=(".py",), literals=(b"urlpatterns", b"ROOT_URLCONF", b"rest_framework"))

    def routes(self, program: Program, candidates: Sequence[str], settings: Settings) -> Routes:
        from datamodel_check.extract.layers.django.reading import routes

        return routes(program, candidates, settings)
