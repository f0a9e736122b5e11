#!/bin/bash
set -euo pipefail
cat > /app/totals.sh <<'TOTALS'
#!/bin/bash
# Usage: totals.sh FILE; prints the time of each person and of all together.
sheet=`realpath "$1"`
awk '
  function minutes(text, part) { split(text, part, ":"); return part[1] * 60 + part[2] }
  function clock(total) { return sprintf("%d:%02d", int(total / 60), total % 60) }
  { sub(/#.*/, "") }
  NF < 3 { next }
  {
    name = tolower($2)
    for (i = 3; i <= NF; i++) {
      if ($i == "break") {
        i++
        time = -minutes($i)
      } else {
        split($i, span, "-")
        time = minutes(span[2]) - minutes(span[1])
        if (time < 0) time += 24 * 60
      }
      worked[name] += time
      all += time
    }
  }
  END {
    sort = "LC_ALL=C sort"
    for (name in worked) print name, clock(worked[name]) | sort
    close(sort)
    print "total", clock(all)
  }' "$sheet"
TOTALS
chmod 755 /app/totals.sh
/app/totals.sh /app/shifts.txt > /app/totals.txt
