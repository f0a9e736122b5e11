"""Amounts of money: reading, rounding to cents, printing."""


def parse_amount(text):
    """Reads a decimal such as "12.50"."""
    return float(text)


def round_cents(amount):
    """Rounds to two decimals."""
    return round(amount, 2)


def format_amount(amount):
    """Two decimals, no thousands separator."""
    return f"{amount:.2f}"
