#!/bin/bash
# Judges the state the agent left; whatever happens, the reward is written: 1, or 0 for anything else.
mkdir -p /logs/verifier
echo 0 > /logs/verifier/reward.txt
reward=0
timeout 30 python3 -I -B /tests/check.py && reward=1
echo "$reward" > /logs/verifier/reward.txt
