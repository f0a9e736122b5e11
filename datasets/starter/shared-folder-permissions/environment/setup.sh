#!/bin/bash
# A project folder as it looks after years of careless copying, and the people who share it.
set -euo pipefail
groupadd -g 1500 team
useradd -u 1501 -M -G team nora
useradd -u 1502 -M -G team pavel
useradd -u 1503 -M guest
mkdir -p /app/project/{src/lib,docs,secrets/keys,"old drafts"} /app/templates
cd /app/project
echo "int main(void) { return 0; }" > src/main.c
echo "helper" > src/lib/helper.c
echo "echo build" > src/build.sh
echo "echo deploy" > deploy.sh
echo "Read me" > docs/README.md
echo "draft" > "old drafts/first try.txt"
echo "k-1" > secrets/keys/api.key
echo "echo rotate" > secrets/rotate.sh
echo "base" > /app/templates/base.txt
ln -s /app/templates templates
ln -s docs/README.md README.md
chown -hR nora:nora src docs
chown -R guest:guest "old drafts" deploy.sh
chown -R pavel:pavel secrets
chown nora:nora /app/project
chown root:root /app/templates /app/templates/base.txt
find . -type f -exec chmod 777 {} +
chmod 600 docs/README.md src/main.c
chmod 644 src/build.sh
find . -type d -exec chmod 777 {} +
chmod 700 src/lib
chmod 755 /app/templates
chmod 644 /app/templates/base.txt
