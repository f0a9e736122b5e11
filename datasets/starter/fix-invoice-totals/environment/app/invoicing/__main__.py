import json
import sys

from invoicing.invoice import Invoice
from invoicing.money import format_amount, parse_amount


def main(path):
    with open(path, encoding="utf-8") as source:
        orders = json.load(source)
    for order in orders:
        invoice = Invoice(
            order["number"],
            tax_percent=parse_amount(order["tax_percent"]),
            discount_percent=parse_amount(order.get("discount_percent", "0")),
        )
        for line in order["lines"]:
            invoice.add(line["text"], parse_amount(line["quantity"]), parse_amount(line["unit_price"]))
        totals = invoice.totals()
        amounts = [format_amount(totals[key]) for key in ("net", "discount", "tax", "total")]
        print(invoice.number, *amounts)


if __name__ == "__main__":
    main(sys.argv[1])
