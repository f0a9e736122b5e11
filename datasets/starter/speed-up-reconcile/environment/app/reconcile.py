#!/usr/bin/env python3
"""Matches bank payments to open invoices.

    python3 reconcile.py INVOICES PAYMENTS

Both files are tab-separated, without a header line:

    invoices:  number, customer, due date (YYYY-MM-DD), amount in cents
    payments:  id, customer, booking date (YYYY-MM-DD), amount in cents

Every payment is handled in the order of its file and takes at most one invoice; an invoice is taken
at most once. The program prints, for every payment,

    id <tab> invoice number or "-" <tab> difference in cents or "-"

and at the end one line with the totals.
"""

import sys
from datetime import datetime


class Invoice:
    """An open invoice as read from the file."""

    def __init__(self, number, customer, due, cents):
        self.number = number
        self.customer = customer
        self.due = due
        self.cents = int(cents)

    def due_date(self):
        return datetime.strptime(self.due, "%Y-%m-%d")


class Payment:
    """A payment as read from the bank statement."""

    def __init__(self, number, customer, booked, cents):
        self.number = number
        self.customer = customer
        self.booked = booked
        self.cents = int(cents)

    def booked_date(self):
        return datetime.strptime(self.booked, "%Y-%m-%d")


def read_rows(path):
    """The rows of a tab-separated file; empty lines are left out."""
    with open(path, encoding="utf-8") as source:
        return [line.rstrip("\n").split("\t") for line in source if line.strip()]


def read_invoices(path):
    return [Invoice(*row) for row in read_rows(path)]


def read_payments(path):
    return [Payment(*row) for row in read_rows(path)]


def normalised(customer):
    """Banks write names in capitals and with more or fewer blanks."""
    return " ".join(customer.split()).casefold()


# How far the booking date may be from the due date, in days, before and after.
WINDOW_DAYS = 41

# How much a payment may fall short of its invoice, or go beyond it, in cents.
TOLERANCE_CENTS = 75


def days_between(invoice, payment):
    return abs((payment.booked_date() - invoice.due_date()).days)


def is_candidate(invoice, payment):
    """Whether the payment may settle the invoice."""
    if days_between(invoice, payment) > WINDOW_DAYS:
        return False
    if normalised(invoice.customer) != normalised(payment.customer):
        return False
    return abs(payment.cents - invoice.cents) <= TOLERANCE_CENTS


def rank(invoice, payment):
    """Smaller is better: the smallest difference, then the earliest due date."""
    return (abs(payment.cents - invoice.cents), invoice.due)


def best_candidate(invoices, taken, payment):
    """The best invoice that is still free; of equals, the one that stands first in the file."""
    best = None
    for invoice in invoices:
        if invoice.number in taken:
            continue
        if not is_candidate(invoice, payment):
            continue
        if best is None or rank(invoice, payment) < rank(best, payment):
            best = invoice
    return best


def reconcile(invoices, payments):
    """Pairs every payment with its invoice, or with None."""
    taken = []
    pairs = []
    for payment in payments:
        invoice = best_candidate(invoices, taken, payment)
        if invoice is not None:
            taken.append(invoice.number)
        pairs.append((payment, invoice))
    return pairs


def format_pair(payment, invoice):
    if invoice is None:
        return "\t".join([payment.number, "-", "-"])
    return "\t".join([payment.number, invoice.number, str(payment.cents - invoice.cents)])


def format_totals(invoices, pairs):
    matched = [invoice for _, invoice in pairs if invoice is not None]
    open_cents = 0
    for invoice in invoices:
        if invoice not in matched:
            open_cents += invoice.cents
    return f"matched {len(matched)} of {len(pairs)} payments, {open_cents} cents still open"


def main(arguments):
    if len(arguments) != 2:
        sys.exit("usage: reconcile.py INVOICES PAYMENTS")
    invoices = read_invoices(arguments[0])
    payments = read_payments(arguments[1])
    pairs = reconcile(invoices, payments)
    for payment, invoice in pairs:
        print(format_pair(payment, invoice))
    print(format_totals(invoices, pairs))


if __name__ == "__main__":
    main(sys.argv[1:])
