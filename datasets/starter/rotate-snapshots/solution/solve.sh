#!/bin/bash
set -e
cd /app
cat > bin/rotate.sh <<'SH'
#!/bin/bash
# rotate.sh [--dry-run] DIRECTORY
export LC_ALL=C
dry_run=0
if [ "$1" = "--dry-run" ]; then
  dry_run=1
  shift
fi
if [ $# -ne 1 ] || [ ! -d "$1" ]; then
  echo "usage: rotate.sh [--dry-run] DIRECTORY" >&2
  exit 2
fi
cd -- "$1" || exit 2

names=`find . -maxdepth 1 -type f -name '*.dump' -printf '%f\n' |
  grep -E '^[a-z0-9_]+-[0-9]{4}-[0-9]{2}-[0-9]{2}[.]dump$' | sort -r`

# Newest first within a database: count snapshots and months as they pass.
doomed=`printf '%s\n' "$names" | awk '
  NF {
    database = substr($0, 1, length($0) - 16)
    month = substr($0, length($0) - 14, 7)
    if (database != current) { current = database; snapshots = 0; months = 0; last = "" }
    newest = (month != last)
    if (newest) { months++; last = month }
    snapshots++
    if (snapshots > 7 && !(newest && months <= 6)) print $0
  }' | sort`

for name in $doomed; do
  if [ -e "$name.hold" ]; then continue; fi
  echo "delete $name"
  if [ "$dry_run" = 0 ]; then rm -f -- "$name"; fi
done
exit 0
SH
chmod +x bin/rotate.sh
bin/rotate.sh --dry-run samples
