"""Every view, by name."""

from typing import Any

from datamodel_check.views.discovery import Discovery
from datamodel_check.views.enums import Enums
from datamodel_check.views.erd import Diagram
from datamodel_check.views.key_files import KeyFiles
from datamodel_check.views.lineage import Threads
from datamodel_check.views.migrations import Migrations
from datamodel_check.views.protocol import View
from datamodel_check.views.relations import Relations
from datamodel_check.views.routes import Routes
from datamodel_check.views.services import Services
from datamodel_check.views.state import ClientState
from datamodel_check.views.table import OneTable
from datamodel_check.views.tables import Tables
from datamodel_check.views.types import Types

VIEWS: dict[str, View[Any]] = {
    view.name: view
    for view in (
        Discovery(),
        Enums(),
        Diagram(),
        KeyFiles(),
        Threads(),
        Migrations(),
        Relations(),
        Routes(),
        Services(),
        ClientState(),
        OneTable(),
        Tables(),
        Types(),
    )
}
