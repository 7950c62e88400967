"""What Django's migrations make of the models, and what `makemigrations` would write next, as JSON.

`python pending.py FOLDER`, where `settings.py` stands.
"""

import json
import os
import sys
from typing import Any

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import facts  # type: ignore[import-not-found]


def main(folder: str) -> Any:
    connection, editor = facts.ready(folder)
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
    from django.db.migrations.state import ProjectState

    loader = MigrationLoader(None)
    conflicts = loader.detect_conflicts()
    if conflicts:
        return {"conflicts": conflicts}
    before = loader.project_state()
    questioner = NonInteractiveMigrationQuestioner(dry_run=True)
    detector = MigrationAutodetector(before, ProjectState.from_apps(apps), questioner)
    found = detector.changes(graph=loader.graph)
    own = [config.label for config in apps.get_app_configs() if not config.name.startswith("django.contrib.")]
    models = [one for one in before.apps.get_models(include_auto_created=True) if one._meta.app_label in own]
    return {
        "pending": {app: [one.describe() for run in runs for one in run.operations] for app, runs in found.items()},
        "tables": {
            one._meta.db_table: facts.table(one, connection, editor)
            for one in models
            if one._meta.managed and not one._meta.proxy and not one._meta.swapped
        },
    }


if __name__ == "__main__":
    json.dump(main(sys.argv[1]), sys.stdout)
