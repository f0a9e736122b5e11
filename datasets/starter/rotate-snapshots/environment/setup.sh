#!/bin/bash
# Sample snapshots: two databases with gaps, and some files that are none of the script's business.
set -e
mkdir -p /app/bin /app/samples/archive-2023-01-01.dump
cd /app/samples
for month in 08 09 10 11 12; do
  for day in 03 17 28; do : > "billing-2023-$month-$day.dump"; done
done
for day in 01 02 03 04 05 06 07 08 09; do : > "billing-2024-03-$day.dump"; done
for day in 05 19 20; do : > "user_events-2024-01-$day.dump"; done
: > billing-2023-08-03.dump.hold
: > billing-2024-3-9.dump
: > README
touch -d '2024-03-10 00:00:00' ./*
touch -d '2024-03-12 00:00:00' billing-2023-09-03.dump
