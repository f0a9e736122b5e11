#!/bin/bash
set -euo pipefail
cd /app/etc
cp -p crontab crontab.orig
cp -p monitor.conf monitor.conf.orig
awk '
  /^[0-9*]/ {
    match($0, /^[^ ]+ +/); start = RLENGTH; rest = substr($0, start + 1)
    match(rest, /^[^ ]+/); hours = "," substr(rest, 1, RLENGTH) ","; rest = substr(rest, RLENGTH + 1)
    gsub(/,0?[23],/, ",5,", hours)
    print substr($0, 1, start) substr(hours, 2, length(hours) - 2) rest
    next
  }
  /^MAILTO=/ { print "MAILTO=ops@example.org"; next }
  { print }' crontab.orig > crontab
sed -i '/^\[nightly\]/,/^\[/s/^deadline = .*/deadline = 07:30/' monitor.conf
