#!/usr/bin/env bash
# Makes a repository of its own of the sample, in the folder `sample`: as it is, or with a column that was changed since.
set -euo pipefail

cp -R examples/bookshop sample
cd sample
git init --quiet
git config user.name somebody
git config user.email somebody@example.org
git add --all
git commit --quiet --message "The bookshop"
if [[ ${1-} == stale ]]; then
  schema=packages/db/src/schema/accounts.ts
  sed 's/length: 320/length: 254/' "$schema" >changed
  mv changed "$schema"
  git commit --quiet --all --message "Shorten addresses"
fi
