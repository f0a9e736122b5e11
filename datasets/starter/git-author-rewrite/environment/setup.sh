#!/bin/bash
# A repository in which a build machine's identity crept in; names and dates are fixed, so every hash is.
set -euo pipefail
git init -q -b main /app/repo
cd /app/repo
hour=0
as() { # identity of the author, identity of the committer
  hour=$((hour + 1))
  who "$1" AUTHOR
  who "$2" COMMITTER
  local at="2024-01-15T$((hour + 10)):"
  export GIT_AUTHOR_DATE="${at}12:00+0100" GIT_COMMITTER_DATE="${at}30:00+0100"
}
who() {
  case $1 in
    ines) export "GIT_$2_NAME=Ines Duarte" "GIT_$2_EMAIL=ines@example.org" ;;
    omar) export "GIT_$2_NAME=Omar Lind" "GIT_$2_EMAIL=omar@example.org" ;;
    root) export "GIT_$2_NAME=root" "GIT_$2_EMAIL=root@build-07" ;;
  esac
}
commit() { git add -A; git commit -q -m "$1"; }

as omar omar; echo one > a.txt; commit "Begin"
as root root; echo two >> a.txt; commit "Add the second line"
as ines ines; echo "set -e" > run.sh; chmod 755 run.sh; commit "Add a run script

It stops at the first error."
as root root; git tag -a v1.0 -m "First release"
git checkout -q -b release/1.x
as root omar; echo fix > fix.txt; commit "Fix the release"
as root root; echo more >> fix.txt; commit "Fix it again"
git tag v1.1
git checkout -q main
as omar root; echo three >> a.txt; commit "Add the third line"
git checkout -q -b topic
as root root; echo idea > idea.txt; commit "Write down an idea"
git checkout -q main
as ines ines; echo four >> a.txt; commit "Add the fourth line"
as root root; git merge -q --no-ff -m "Merge topic" topic
git branch -q -d topic
as omar omar; echo five >> a.txt; commit "Add the fifth line"
