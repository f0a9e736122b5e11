#!/bin/bash
set -e
cd /app
cd store
restored=()
while IFS= read -r name; do
  for mirror in a b; do
    copy=/app/mirror-$mirror/$name
    if [ -f "$copy" ] && grep -qxF "$(sha256sum < "$copy" | cut -d' ' -f1)  $name" SHA256SUMS; then
      cp "$copy" "$name"
      restored+=("$name")
      break
    fi
  done
done < <(sha256sum -c SHA256SUMS 2> /dev/null | sed -n 's/: FAILED.*//p' | sort)
sha256sum -c --quiet SHA256SUMS
python3 - "${restored[@]}" <<'PY'
import hashlib, json, os, sys

os.chdir("/app/store")
names = sorted(line.split("  ")[1].rstrip() for line in open("SHA256SUMS"))
first, links, saved = {}, 0, 0
for name in names:
    data = open(name, "rb").read()
    digest = hashlib.sha256(data).hexdigest()
    if digest in first:
        os.remove(name)
        os.symlink(os.path.relpath(first[digest], os.path.dirname(name)), name)
        links, saved = links + 1, saved + len(data)
    else:
        first[digest] = name
json.dump({"restored": sys.argv[1:], "links": links, "bytes_saved": saved}, open("/app/report.json", "w"), indent=2)
PY
