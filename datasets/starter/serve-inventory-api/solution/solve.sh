#!/bin/bash
set -e
cd /app
cat > server.py <<'PY'
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

with open("/app/data/inventory.json", encoding="utf-8") as source:
    ITEMS = {r["sku"]: {k: r[k] for k in ("sku", "name", "stock")} for r in json.load(source) if not r.get("retired")}
LOCK = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        parts = self.path.strip("/").split("/")
        if parts == ["health"]:
            return self.answer(200, {"status": "ok"})
        if parts == ["items"]:
            return self.answer(200, [ITEMS[sku] for sku in sorted(ITEMS)])
        if len(parts) == 2 and parts[0] == "items" and parts[1] in ITEMS:
            return self.answer(200, ITEMS[parts[1]])
        self.answer(404, {"error": "not found"})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = self.path.strip("/").split("/")
        if len(parts) != 3 or parts[0] != "items" or parts[1] not in ITEMS or parts[2] not in ("reserve", "release"):
            return self.answer(404, {"error": "not found"})
        try:
            quantity = json.loads(body)["quantity"]
        except (ValueError, TypeError, KeyError):
            quantity = None
        if type(quantity) is not int or quantity < 1:
            return self.answer(400, {"error": "bad request"})
        with LOCK:
            item = ITEMS[parts[1]]
            if parts[2] == "reserve" and item["stock"] < quantity:
                return self.answer(409, {"error": "insufficient stock"})
            item["stock"] += quantity if parts[2] == "release" else -quantity
            self.answer(200, item)


ThreadingHTTPServer(("127.0.0.1", 8090), Handler).serve_forever()
PY
cat > start.sh <<'SH'
#!/bin/sh
cd /app
setsid nohup python3 -B server.py > server.log 2>&1 < /dev/null &
SH
chmod +x start.sh
./start.sh
for _ in $(seq 50); do
  curl -fsS http://127.0.0.1:8090/health && exit 0
  sleep 0.1
done
exit 1
