"""Recomputes the report from its own copies of the data, in exact fractions."""

import json
import os
import re
import sys
from datetime import datetime, timezone
from fractions import Fraction

DATA = "/tests/data"
MONTHS = ("2024-01", "2024-02", "2024-03")


def fail(reason):
    sys.exit("FAIL: " + reason)


def lines(name):
    with open(f"{DATA}/{name}", encoding="utf-8") as source:
        return [json.loads(line) for line in source]


for name in os.listdir(DATA):
    with open(f"{DATA}/{name}", "rb") as ours, open(f"/app/data/{name}", "rb") as theirs:
        if ours.read() != theirs.read():
            fail(f"{name} was changed")
with open(f"{DATA}/rates.json", encoding="utf-8") as source:
    rates = json.load(source)


def euro_cents(cents, currency, month):
    return int(cents * Fraction("1" if currency == "EUR" else rates[month][currency]) + Fraction(1, 2))


cells, counted = {}, {}
for order in lines("orders.jsonl"):
    month = datetime.fromisoformat(order["placed"]).astimezone(timezone.utc).strftime("%Y-%m")
    if month in MONTHS and order["status"] != "cancelled":
        cell = cells.setdefault((month, order["region"]), [0, 0])
        cell[0] += 1
        cell[1] += euro_cents(order["cents"], order["currency"], month)
        counted[order["id"]] = (month, order)
for refund in lines("refunds.jsonl"):
    if refund["order"] in counted:
        month, order = counted[refund["order"]]
        cells[month, order["region"]][1] -= euro_cents(refund["cents"], order["currency"], month)

try:
    with open("/app/report.json", encoding="utf-8") as source:
        report = json.load(source)
    with open("/app/report.md", encoding="utf-8") as source:
        page = source.read()
except (OSError, ValueError) as problem:
    fail(str(problem))
wanted = [
    {"month": month, "region": region, "orders": orders, "revenue_cents": cents}
    for (month, region), (orders, cents) in sorted(cells.items())
]
if report != wanted or any(type(row["revenue_cents"]) is not int for row in report):
    extra = [row for row in report if row not in wanted] if isinstance(report, list) else report
    fail(f"report.json differs: {str(extra)[:300]}; expected {[row for row in wanted if row not in report][:3]}")

rows = []
for month in MONTHS:
    own = [(region, *cell) for (at, region), cell in sorted(cells.items()) if at == month]
    own.append(("all", sum(cell[1] for cell in own), sum(cell[2] for cell in own)))
    for region, orders, cents in own:
        sign = "-" if cents < 0 else ""
        rows.append([month, region, str(orders), f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"])
table = [re.sub(r"[*`_]", "", line).strip().strip("|").split("|") for line in page.splitlines() if "|" in line]
table = [[cell.strip() for cell in line] for line in table]
table = [line for line in table if not all(re.fullmatch(r":?-+:?", cell) for cell in line)]
if not table or [cell.lower() for cell in table[0]] != ["month", "region", "orders", "revenue"]:
    fail("report.md has no table with the columns Month, Region, Orders, Revenue")
if table[1:] != rows:
    wrong = [line for line in table[1:] if line not in rows]
    fail(f"report.md differs: {wrong[:3]}, expected {[row for row in rows if row not in table][:3]}")
print("PASS")
