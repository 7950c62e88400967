#!/usr/bin/env bash
# Installs the tool from the action's own files, so that the action's version is the tool's. Of what it needs, each wheel
# is known by its hash, and nothing is built.
set -euo pipefail

cd "$RUNNER_TEMP" # Python imports from the current folder: in the workspace there might be a `venv.py`
environment="$RUNNER_TEMP/datamodel-check"
"$PYTHON" -I -m venv --clear "$environment"
python="$environment/bin/python"
if [[ -d $environment/Scripts ]]; then # Windows
  python="$environment/Scripts/python.exe"
fi
"$python" -I -m pip install --quiet --disable-pip-version-check --no-input --only-binary :all: --require-hashes \
  --requirement "$ACTION_PATH/action/requirements.txt"
site=$("$python" -I -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
printf '%s\n' "$ACTION_PATH" >"$site/datamodel-check.pth"
echo "python=$python" >>"$GITHUB_OUTPUT"
