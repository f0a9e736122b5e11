"""Compares the package's amounts with a recomputation in whole numbers, on orders the agent has not seen."""

import json
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

API = """
import json, sys
from decimal import Decimal
from invoicing.invoice import Invoice
from invoicing.money import format_amount, parse_amount, round_cents
first = Invoice("a", tax_percent=parse_amount("19"))
first.add("x", parse_amount("1"), parse_amount("2.665"))
second = Invoice("b", tax_percent=parse_amount("0"), discount_percent=parse_amount("0"))
second.add("y", parse_amount("1"), parse_amount("-0.125"))
third = Invoice("c", parse_amount("10"), parse_amount("50"), [("z", parse_amount("3"), parse_amount("1.00"))])
shown = [[format_amount(i.totals()[k]) for k in ("net", "discount", "tax", "total")] for i in (first, second, third)]
print(json.dumps([shown, format_amount(round_cents(parse_amount("1.005")))]))
"""


def fail(reason):
    sys.exit("FAIL: " + reason)


def run(*args):
    return subprocess.run(["python3", "-B", *args], cwd="/app", capture_output=True, text=True, timeout=20)


def cents(value):
    scaled = abs(value) * 100
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 100)


def show(value):
    whole = abs(int(value * 100))
    sign = "-" if value < 0 else ""
    return f"{sign}{whole // 100}.{whole % 100:02d}"


def expected(order):
    net = sum(cents(Fraction(line["quantity"]) * Fraction(line["unit_price"])) for line in order["lines"])
    discount = cents(net * Fraction(order.get("discount_percent", "0")) / 100)
    tax = cents((net - discount) * Fraction(order["tax_percent"]) / 100)
    return " ".join([order["number"], *(show(value) for value in (net, discount, tax, net - discount + tax))])


def order(number, tax, discount, *lines):
    made = {"number": number, "tax_percent": tax, "lines": [dict(zip(("quantity", "unit_price"), line)) for line in lines]}
    for line in made["lines"]:
        line["text"] = "some thing"
    if discount:
        made["discount_percent"] = discount
    return made


random.seed(20240131)
orders = [
    order("h-1", "19", None, ("1", "0.125"), ("1", "0.115"), ("5", "0.005")),
    order("h-2", "7", "5", ("1", "2.665"), ("1", "1.005"), ("3", "0.335")),
    order("h-3", "19", "2.5", ("-1", "0.125"), ("-3", "0.115")),
    order("h-4", "10", "50", ("1", "0.05"), ("1", "0.45")),
    order("h-5", "0", None, ("10000000", "12345.67"), ("1", "0.01")),
]
for index in range(60):
    lines = [(str(random.randint(1, 40)), f"{random.randint(0, 90)}.{random.randint(0, 999):03d}") for _ in range(3)]
    orders.append(order(f"r-{index}", random.choice(["19", "7", "20"]), random.choice([None, "2.5", "5", "12.5"]), *lines))

with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as target:
    json.dump(orders, target)
os.chmod(target.name, 0o644)
result = run("-m", "invoicing", target.name)
if result.returncode != 0:
    fail("python3 -m invoicing: " + result.stderr[-500:])
shown = [line.rstrip().replace("-0.00", "0.00") for line in result.stdout.splitlines()]
if len(shown) != len(orders):
    fail(f"{len(shown)} lines for {len(orders)} invoices")
for line, made in zip(shown, orders):
    if line != expected(made):
        fail(f"{line!r}, expected {expected(made)!r}")

result = run("-c", API)
if result.returncode != 0:
    fail("the package's names changed: " + result.stderr[-500:])
wanted = [
    [["2.67", "0.00", "0.51", "3.18"], ["-0.13", "0.00", "0.00", "-0.13"], ["3.00", "1.50", "0.15", "1.65"]],
    "1.01",
]
got = json.loads(result.stdout)
got[0] = [[text.replace("-0.00", "0.00") for text in row] for row in got[0]]
if got != wanted:
    fail(f"Invoice gives {got}, expected {wanted}")
print("PASS")
