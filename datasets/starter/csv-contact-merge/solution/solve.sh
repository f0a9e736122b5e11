#!/bin/bash
set -euo pipefail
cat > /tmp/merge.py <<'PY'
import csv, re

SOURCES = (
    ("crm", "/app/in/crm.csv", ",", ("E-mail", "Name", "Phone")),
    ("newsletter", "/app/in/newsletter.csv", ";", ("email", "full name", "tel")),
)


def plain_phone(text):
    text = text.strip()
    digits = re.sub(r"\D", "", text)
    if text.startswith("+"):
        return "+" + digits
    return "+" + digits[2:] if digits.startswith("00") else digits


contacts = {}
for source, path, delimiter, columns in SOURCES:
    for row in csv.DictReader(open(path, newline="", encoding="utf-8-sig"), delimiter=delimiter):
        email, name, phone = (row[column].strip() for column in columns)
        if "@" not in email:
            continue
        contact = contacts.setdefault(email.lower(), [name, plain_phone(phone), source])
        contact[1] = contact[1] or plain_phone(phone)
with open("/app/contacts.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["email", "name", "phone", "source"])
    writer.writerows([email, *contacts[email]] for email in sorted(contacts))
PY
python3 /tmp/merge.py
