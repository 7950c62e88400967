#!/usr/bin/env bash
# Runs the check: annotations to the log, a summary to the job's page, the report to a file.
set -euo pipefail

report="$RUNNER_TEMP/datamodel-check-report.json"
rm -f "$report"
arguments=(check --output-format github -o "markdown=$RUNNER_TEMP/datamodel-check-summary.md" -o "json=$report")
if [[ -n $CONFIG ]]; then
  arguments+=("--config=$CONFIG")
fi
arguments+=(--)
while IFS= read -r path; do
  if [[ -n $path ]]; then
    arguments+=("$path")
  fi
done <<<"$PATHS"

cd -- "$WORKING_DIRECTORY"
code=0
"$RUNNER_TEMP/datamodel-check/bin/datamodel-check" "${arguments[@]}" || code=$?

result=failed
findings=
if [[ -f $report && $code -lt 2 ]]; then
  cat "$RUNNER_TEMP/datamodel-check-summary.md" >>"$GITHUB_STEP_SUMMARY"
  result=$([[ $code -eq 0 ]] && echo clean || echo findings)
  findings=$("$RUNNER_TEMP/datamodel-check/bin/python" -c \
    'import json, sys; print(json.load(open(sys.argv[1]))["summary"]["findings"])' "$report")
else
  echo "::error title=datamodel-check::The check could not complete: the log says why."
fi
{
  echo "result=$result"
  echo "findings=$findings"
  echo "report=$report"
} >>"$GITHUB_OUTPUT"
exit "$code"
