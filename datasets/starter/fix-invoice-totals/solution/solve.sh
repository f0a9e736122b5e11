#!/bin/bash
set -e
cd /app
cat > invoicing/money.py <<'PY'
"""Amounts of money: reading, rounding to cents, printing."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


def parse_amount(text):
    """Reads a decimal such as "12.50"."""
    return Decimal(text)


def round_cents(amount):
    """Rounds to two decimals, half a cent away from zero."""
    return Decimal(amount).quantize(CENT, rounding=ROUND_HALF_UP)


def format_amount(amount):
    """Two decimals, no thousands separator."""
    return f"{amount:.2f}"
PY
sed -i 's/discount_percent=0, lines=\[\])/discount_percent=0, lines=None)/
s/self.lines = lines$/self.lines = [] if lines is None else list(lines)/
s/tax = round_cents(net \*/tax = round_cents((net - discount) */' invoicing/invoice.py
python3 -B -m invoicing data/orders.json
