#!/bin/bash
set -euo pipefail
backups=/app/backups
mkdir -p /app/restored
cd /app/restored
tar -xpzf "$backups/full-2024-03-04.tar.gz"
for day in 05 06 07; do
  archive="$backups/incr-2024-03-$day.tar.gz"
  gzip -t "$archive" 2>/dev/null || archive="$backups/mirror/incr-2024-03-$day.tar.gz"
  tar -xpzf "$archive"
  while IFS= read -r path; do rm -f -- "$path"; done < .removed
  rm .removed
done
