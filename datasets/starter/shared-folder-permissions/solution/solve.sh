#!/bin/bash
set -euo pipefail
cd /app/project
chown -hR --from=guest nora .
chgrp -hR team .
find . -path ./secrets -prune -o -type d -exec chmod 2770 {} +
find . -path ./secrets -prune -o -type f -name '*.sh' -exec chmod 770 {} +
find . -path ./secrets -prune -o -type f ! -name '*.sh' -exec chmod 660 {} +
# For folders chmod keeps the setgid bit unless it is taken away by name.
find secrets -type d -exec chmod u=rwx,go=,g-s {} +
find secrets -type f -name '*.sh' -exec chmod 700 {} +
find secrets -type f ! -name '*.sh' -exec chmod 600 {} +
