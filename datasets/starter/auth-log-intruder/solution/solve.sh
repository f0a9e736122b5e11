#!/bin/bash
set -euo pipefail
log=/app/logs/auth.log

# The address and account with the most failures among those that got in with a password.
read -r _ address account < <(
  sed -nE 's/.*Accepted password for (\S+) from (\S+) .*/\2 \1/p' "$log" | sort -u | while read -r address account; do
    echo "$(grep -c "Failed password for $account from $address " "$log" || true) $address $account"
  done | sort -rn | head -n 1
)
login=$(grep -n "Accepted password for $account from $address " "$log" | head -n 1)
line=${login%%:*}
time=$(awk '{ print $3 }' <<<"${login#*:}")
pid=$(sed -E 's/.*sshd\[([0-9]+)\].*/\1/' <<<"$login")

failed=$(head -n "$line" "$log" | grep -c "Failed password for $account from $address ")
tail -n "+$line" "$log" | sed "/sshd\[$pid\].*session closed/q" | sed -nE "s/.* sudo: +$account :.*COMMAND=//p" |
  jq -R . | jq -s --arg address "$address" --arg account "$account" --arg time "$time" --argjson failed "$failed" \
    '{address: $address, account: $account, login_time: $time, failed_before: $failed, sudo_commands: .}' > /app/report.json
