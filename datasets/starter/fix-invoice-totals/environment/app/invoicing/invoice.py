from invoicing.money import round_cents


class Invoice:
    """One invoice, or a credit note when its quantities are negative."""

    def __init__(self, number, tax_percent, discount_percent=0, lines=[]):
        self.number = number
        self.tax_percent = tax_percent
        self.discount_percent = discount_percent
        self.lines = lines

    def add(self, text, quantity, unit_price):
        self.lines.append((text, quantity, unit_price))

    def totals(self):
        """The amounts of the invoice: net, discount, tax, total."""
        net = sum(round_cents(quantity * unit_price) for _, quantity, unit_price in self.lines)
        discount = round_cents(net * self.discount_percent / 100)
        tax = round_cents(net * self.tax_percent / 100)
        return {"net": net, "discount": discount, "tax": tax, "total": net - discount + tax}
