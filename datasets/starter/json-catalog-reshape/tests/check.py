import json

catalog = json.load(open("/app/catalog.json", encoding="utf-8"))
expected = json.load(open("/tests/expected.json", encoding="utf-8"))
assert isinstance(catalog, list), "catalog.json is not an array"
assert [item["sku"] for item in catalog] == [item["sku"] for item in expected], "which articles, or their order"
for got, want in zip(catalog, expected):
    assert set(got) == set(want), f"keys of {want['sku']}: {sorted(got)}"
    assert got["name"] == want["name"], f"name of {want['sku']}"
    for key in ("price", "available"):
        assert type(got[key]) in (int, float), f"{key} of {want['sku']} is not a number"
        assert abs(got[key] - want[key]) < 1e-6, f"{key} of {want['sku']}: {got[key]}, not {want[key]}"
