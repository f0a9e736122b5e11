import csv
import sqlite3

shop = sqlite3.connect("file:/app/shop.db?mode=ro", uri=True)
want = sqlite3.connect(":memory:")
want.executescript(open("/tests/seed.sql", encoding="utf-8").read())
want.executescript("""
DELETE FROM order_items WHERE id NOT IN (SELECT min(id) FROM order_items GROUP BY order_id, line_no);
DELETE FROM order_items WHERE order_id NOT IN (SELECT id FROM orders);
UPDATE orders SET total_cents = (SELECT total(quantity * price_cents) FROM order_items WHERE order_id = orders.id);
""")

assert shop.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "the database file is damaged"
for table in ("customers", "orders", "order_items"):
    query = f"SELECT * FROM {table} ORDER BY id"
    assert shop.execute(query).fetchall() == want.execute(query).fetchall(), f"rows of {table}"
tables = {name for (name,) in shop.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")}
assert tables == {"customers", "orders", "order_items"}, f"tables: {sorted(tables)}"

indexes = {row[1]: row for row in shop.execute("PRAGMA index_list(order_items)")}
assert "ux_order_items_line" in indexes, "the index is missing"
assert indexes["ux_order_items_line"][2] == 1 and indexes["ux_order_items_line"][4] == 0, "the index is not unique, or partial"
columns = [row[2] for row in shop.execute("PRAGMA index_info(ux_order_items_line)")]
assert columns == ["order_id", "line_no"], f"columns of the index: {columns}"

top = want.execute("""
SELECT name, sum(total_cents) AS total FROM orders JOIN customers ON customers.id = customer_id
WHERE ordered_on LIKE '2023-%' AND status <> 'cancelled' GROUP BY customers.id ORDER BY total DESC LIMIT 3
""").fetchall()
with open("/app/top.csv", newline="", encoding="utf-8") as file:
    rows = [[cell.strip() for cell in row] for row in csv.reader(file) if row]
assert rows == [["name", "total_cents"], *([name, str(total)] for name, total in top)], rows
