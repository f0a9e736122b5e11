// Where ours is in a sandbox at a cloud. What is kept of commands is in memory where root may mount that: a disk that is
// full then keeps no command from running, such as the one that makes room.

/** What its image says, and archives on their way in. */
export const boxFolder = "/var/lib/auto-harness";
/** Of a shell: root's alone. */
export const makeBoxFolder = `mkdir -p ${boxFolder} && chmod 700 ${boxFolder}`;
/** A folder for each command. */
export const spoolRoot = `${boxFolder}/spool`;

/** For all commands that run at once; each keeps 40 MiB of its two streams at most. */
const spoolMib = 256;

/** Whoever comes first makes the spool's file system; the others wait. Before anything else is done in it. */
export const settleSpool = `
settle_spool() {
  [ -e ${spoolRoot}/settled ] && return 0
  ${makeBoxFolder} || return 1
  if mkdir ${boxFolder}/settling 2>/dev/null; then
    mkdir -p ${spoolRoot} || return 1
    mount -t tmpfs -o size=${spoolMib}m,mode=700,nosuid,nodev,noexec tmpfs ${spoolRoot} 2>/dev/null
    : >${spoolRoot}/settled; return
  fi
  tries=0
  until [ -e ${spoolRoot}/settled ]; do tries=$((tries + 1)); [ $tries -gt 600 ] && return 1; sleep 0.0507; done
}
`;
