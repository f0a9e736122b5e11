import csv

EXPECTED = [
    ["email", "name", "phone", "source"],
    ["anna.lindqvist@example.org", "Lindqvist, Anna", "+4681234567", "crm"],
    ["ben@okafor.example", "Ben Okafor", "0305550142", "crm"],
    ["coco@example.net", 'Costa "Coco" Marques', "+351225550101", "crm"],
    ["dana.weiss@example.com", "Dana Weiss", "+4315550199", "crm"],
    ["gita@example.in", "Gita Rao", "+912255507788", "crm"],
    ["hugo@example.fr", "Hugo Petit", "+33155501234", "newsletter"],
    ["ida@example.dk", "Ida Juhl; Vester", "+4555501122", "newsletter"],
    ["jo@faber.example", "Faber, Jo", "+49891234567", "crm"],
    ["kim@example.kr", "Kim Ha-eun", "", "newsletter"],
]

data = open("/app/contacts.csv", "rb").read()
assert not data.startswith(b"\xef\xbb\xbf"), "there is a byte order mark"
assert b"\r" not in data, "there are carriage returns"
rows = [row for row in csv.reader(data.decode("utf-8").split("\n"), strict=True) if row]
assert rows == EXPECTED, [pair for pair in zip(rows, EXPECTED) if pair[0] != pair[1]] or "rows are missing or too many"
