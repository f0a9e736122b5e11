#!/bin/bash
set -euo pipefail
cd /app
sqlite3 shop.db <<'SQL'
BEGIN;
DELETE FROM order_items WHERE id NOT IN (SELECT min(id) FROM order_items GROUP BY order_id, line_no);
DELETE FROM order_items WHERE order_id NOT IN (SELECT id FROM orders);
UPDATE orders SET total_cents = (SELECT coalesce(sum(quantity * price_cents), 0) FROM order_items WHERE order_id = orders.id);
CREATE UNIQUE INDEX ux_order_items_line ON order_items (order_id, line_no);
COMMIT;
SQL
sqlite3 -header -csv shop.db "
SELECT name, sum(total_cents) AS total_cents FROM orders JOIN customers ON customers.id = customer_id
WHERE ordered_on LIKE '2023-%' AND status <> 'cancelled' GROUP BY customers.id ORDER BY 2 DESC LIMIT 3" > top.csv
