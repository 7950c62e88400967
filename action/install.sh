#!/usr/bin/env bash
# Installs the tool from the action's own files, so that the action's version is the tool's, into an environment of its own.
set -euo pipefail

environment="$RUNNER_TEMP/datamodel-check"
"$PYTHON" -m venv "$environment"
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check "$ACTION_PATH"
