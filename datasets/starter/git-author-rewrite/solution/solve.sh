#!/bin/bash
set -euo pipefail
cd /app/repo
export FILTER_BRANCH_SQUELCH_WARNING=1
git filter-branch -f --tag-name-filter cat --env-filter '
for role in AUTHOR COMMITTER; do
  if eval "[ \"\$GIT_${role}_EMAIL\" = root@build-07 ]"; then
    export "GIT_${role}_NAME=Ines Duarte" "GIT_${role}_EMAIL=ines@example.org"
  fi
done' -- --branches --tags
git for-each-ref --format='delete %(refname)' refs/original | git update-ref --stdin
