#!/bin/bash
# Writes 1 or 0 to /logs/verifier/reward.txt; check.py decides.
mkdir -p /logs/verifier
echo 0 > /logs/verifier/reward.txt
if timeout 50 python3 -I /tests/check.py; then
  echo 1 > /logs/verifier/reward.txt
fi
