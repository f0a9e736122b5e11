// Killing a command and everything it started, from inside, without writing a file.
//
// Every exec carries a marker in its environment. A process belongs to it if it carries the marker too, or descends
// from or shares the session of one that does: so a process that cleared its environment, changed its user or left its
// session must do all three at once to be missed.

export const marker = "AUTO_HARNESS_EXEC";

/**
 * sh builtins only, and no special one that is redirected: such a one ends the shell when its file has gone. What is
 * found is stopped first and killed when all is found: killing a parent sooner would make orphans of its children.
 * $1 marker, $2 pids already known. Prints the pids it has seen and has left, and the users whose it may not read.
 */
export const killScript = `
mark="$1"; seen=" $2 "; uids=" "; pass=0
while [ $pass -lt 8 ]; do
  pass=$((pass + 1)); found=
  for folder in /proc/[0-9]*; do
    pid="\${folder#/proc/}"
    case "$pid" in 1|$$) continue;; esac
    { IFS= read -r line; } 2>/dev/null <"$folder/stat" || continue
    set -- \${line##*) }
    [ "$1" = Z ] && continue
    case "$seen" in *" $pid "*) continue;; esac
    hit=
    case "$seen" in *" $2 "*|*" $4 "*) hit=1;; esac
    if [ -z "$hit" ]; then
      if { true <"$folder/environ"; } 2>/dev/null; then
        while IFS= read -r line || [ -n "$line" ]; do
          case "$line" in *"$mark"*) hit=1; break;; esac
        done 2>/dev/null <"$folder/environ"
      else
        while IFS= read -r line; do
          case "$line" in Uid:*) set -- $line; case "$uids" in *" $2 "*) ;; *) uids="$uids$2 ";; esac; break;; esac
        done 2>/dev/null <"$folder/status"
      fi
    fi
    if [ -n "$hit" ]; then found=1; seen="$seen$pid "; kill -STOP "$pid" 2>/dev/null; fi
  done
  [ -z "$found" ] && break
done
left=
for pid in $seen; do kill -9 "$pid" 2>/dev/null || { [ -d "/proc/$pid" ] && left="$left $pid"; }; done
echo "seen$seen"; echo "left$left"; echo "uids$uids"
`;
