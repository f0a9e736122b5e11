#!/bin/bash
set -e
cd /app
python3 - <<'PY'
import json
from datetime import datetime, timezone
from decimal import ROUND_HALF_UP, Decimal

rates = json.load(open("/app/data/rates.json"))
cells, counted = {}, {}


def euro_cents(cents, currency, month):
    rate = Decimal("1" if currency == "EUR" else rates[month][currency])
    return int((cents * rate).quantize(Decimal("1"), rounding=ROUND_HALF_UP))


for line in open("/app/data/orders.jsonl"):
    order = json.loads(line)
    month = datetime.fromisoformat(order["placed"]).astimezone(timezone.utc).strftime("%Y-%m")
    if month in rates and order["status"] != "cancelled":
        cell = cells.setdefault((month, order["region"]), [0, 0])
        cell[0] += 1
        cell[1] += euro_cents(order["cents"], order["currency"], month)
        counted[order["id"]] = (month, order)
for line in open("/app/data/refunds.jsonl"):
    refund = json.loads(line)
    if refund["order"] in counted:
        month, order = counted[refund["order"]]
        cells[month, order["region"]][1] -= euro_cents(refund["cents"], order["currency"], month)
with open("/app/report.json", "w") as out:
    rows = [{"month": m, "region": r, "orders": n, "revenue_cents": c} for (m, r), (n, c) in sorted(cells.items())]
    json.dump(rows, out, indent=2)
with open("/app/report.md", "w") as out:
    print("| Month | Region | Orders | Revenue |\n| --- | --- | ---: | ---: |", file=out)
    for month in sorted({m for m, _ in cells}):
        own = [(region, *cell) for (m, region), cell in sorted(cells.items()) if m == month]
        own.append(("all", sum(cell[1] for cell in own), sum(cell[2] for cell in own)))
        for region, orders, cents in own:
            print(f"| {month} | {region} | {orders} | {Decimal(cents) / 100:.2f} |", file=out)
PY
