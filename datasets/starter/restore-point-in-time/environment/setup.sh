#!/bin/bash
# Plays a week of a small folder and leaves only its backups; every date and owner is fixed.
set -euo pipefail
site=/tmp/site
mkdir -p "$site" /app/backups/mirror

put() { # path, mode, text
  mkdir -p "$site/$(dirname "$1")"
  printf '%s\n' "$3" > "$site/$1"
  chmod "$2" "$site/$1"
}
pack() { # name, then the changed paths
  local name=$1
  shift
  tar -C "$site" --sort=name --owner=0 --group=0 --numeric-owner --mtime="2024-03-08 00:00:00Z" -cf - "$@" | gzip -n > "/app/backups/$name"
}

put config/app.ini 640 "mode = blue"
put config/limits.ini 644 "max = 10"
put bin/report.sh 755 "echo monday"
put "notes/plan for spring.txt" 644 "sow in april"
put notes/todo.txt 644 "buy string"
put data/prices.csv 644 "rope,4"
put data/stock.csv 644 "rope,120"
put data/old/2022.csv 600 "rope,90"
pack full-2024-03-04.tar.gz config bin notes data

put config/limits.ini 644 "max = 25"
put data/orders.csv 644 "1,rope,2"
rm "$site/notes/plan for spring.txt"
printf '%s\n' "notes/plan for spring.txt" > "$site/.removed"
pack incr-2024-03-05.tar.gz .removed config/limits.ini data/orders.csv

put bin/report.sh 750 "echo wednesday"
put data/orders.csv 644 "1,rope,2
2,twine,7"
put data/twine.csv 644 "twine,40"
rm "$site/data/prices.csv" "$site/data/old/2022.csv"
printf '%s\n' data/prices.csv data/old/2022.csv > "$site/.removed"
pack incr-2024-03-06.tar.gz .removed bin/report.sh data/orders.csv data/twine.csv

put data/prices.csv 640 "rope,5"
put config/app.ini 600 "mode = green"
rm "$site/data/twine.csv"
printf '%s\n' data/twine.csv > "$site/.removed"
pack incr-2024-03-07.tar.gz .removed data/prices.csv config/app.ini

put config/app.ini 600 "mode = broken"
rm "$site/notes/todo.txt" "$site/data/stock.csv"
printf '%s\n' notes/todo.txt data/stock.csv > "$site/.removed"
pack incr-2024-03-08.tar.gz .removed config/app.ini

cp /app/backups/incr-2024-03-0[678].tar.gz /app/backups/mirror/
truncate -s 150 /app/backups/incr-2024-03-06.tar.gz
cat > /app/backups/README <<'README'
full-<date>.tar.gz  everything, made on Monday evening
incr-<date>.tar.gz  made every other evening: the files that are new or have changed since the evening before.
                    Its member .removed lists the files that were removed since then, one path a line.
mirror/             copies of the newest increments from the second disk
README
rm -r "$site"
