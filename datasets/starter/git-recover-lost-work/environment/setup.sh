#!/bin/bash
# A repository whose feature branch and stash were thrown away; authors and dates are fixed, so every hash is.
set -euo pipefail
export GIT_AUTHOR_NAME="Mira Holt" GIT_AUTHOR_EMAIL="mira@example.org" GIT_COMMITTER_NAME="Mira Holt" GIT_COMMITTER_EMAIL="mira@example.org"
git init -q -b main /app/repo
cd /app/repo
git config gc.auto 0
minute=10
at() { minute=$((minute + 4)); export GIT_AUTHOR_DATE="2024-04-09T10:$minute:00Z" GIT_COMMITTER_DATE="2024-04-09T10:$minute:00Z"; }
commit() { at; git add -A; git commit -q "$@"; }

mkdir docs src
echo "# Ledger" > README.md
echo "def total(rows): return sum(row[1] for row in rows)" > src/ledger.py
commit -m "Start the ledger"
echo "Rows are (name, amount)." > docs/format.md
commit -m "Describe the rows"

git checkout -q -b feature/export
printf 'import csv\n\ndef export(rows, file): csv.writer(file).writerows(rows)\n' > src/export.py
commit -m "Export rows as CSV"
sed -i 's/csv.writer(file)/csv.writer(file, delimiter=";")/' src/export.py
commit -m "Separate fields by semicolons"
echo "Run export(rows, file)." > docs/export.md
commit -m "Explain the export"
# The last commit was amended: its first form is lost too, and is not the one to bring back.
printf 'Run export(rows, file).\nFields are separated by semicolons.\n' > docs/export.md
commit --amend -m "Explain the export"

printf 'Rows are (name, amount).\nAmounts are in cents, never in floats.\n' > docs/format.md
at
git stash push -q -m "note on amounts"
git checkout -q main
at
git stash drop -q
git branch -q -D feature/export
echo "Totals are exact." >> README.md
commit -m "Promise exact totals"
