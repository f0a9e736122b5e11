#!/bin/bash
set -e
cd /app
cat > bin/workerctl <<'SH'
#!/bin/bash
run=/app/run
pid_file=$run/worker.pid

worker_pid() {
  local pid
  pid=$(cat "$pid_file" 2> /dev/null)
  [[ $pid =~ ^[0-9]+$ ]] && tr "\0" "\n" < "/proc/$pid/cmdline" 2> /dev/null | grep -qx /app/bin/worker && echo "$pid"
}

start() {
  worker_pid > /dev/null && return 0
  mkdir -p "$run"
  setsid nohup /app/bin/worker >> "$run/worker.log" 2>&1 < /dev/null &
  echo $! > "$pid_file"
  until worker_pid > /dev/null || ! kill -0 $! 2> /dev/null; do sleep 0.02; done
}

stop() {
  local pid
  if pid=$(worker_pid); then
    kill -TERM "$pid"
    for _ in $(seq 20); do
      worker_pid > /dev/null || break
      sleep 0.1
    done
    worker_pid > /dev/null && kill -KILL "$pid"
    while worker_pid > /dev/null; do sleep 0.05; done
  fi
  rm -f "$pid_file"
}

case "$1" in
  start) start ;;
  stop) stop ;;
  restart) stop; start ;;
  status)
    if pid=$(worker_pid); then echo "running $pid"; else echo stopped; exit 3; fi ;;
  *) echo "usage: workerctl start|stop|restart|status" >&2; exit 2 ;;
esac
SH
chmod +x bin/workerctl
bin/workerctl start && bin/workerctl status && bin/workerctl stop
