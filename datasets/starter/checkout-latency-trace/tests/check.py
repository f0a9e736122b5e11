import json

answer = json.load(open("/app/answer.json", encoding="utf-8"))
assert answer == {"slow_checkouts": 19, "service": "stock", "blamed": 11, "worst_request": "c35526f7"}, answer
