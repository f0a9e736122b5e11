#!/bin/bash
set -euo pipefail
jq '
  (.legend | map({(.label | sub(" \\[[^\\]]*\\]$"; "")): .code}) | add) as $code
  | [ .records[].v
      | select((.[$code["discontinued on"]] // "") == "")
      | { sku: .[$code["article number"]],
          name: .[$code["short name, English"]],
          price: (.[$code["net sales price"]] / 100),
          available: ([.[$code["stock on hand"]] - (.[$code["stock reserved"]] // 0), 0] | max) } ]
  | sort_by(.sku)' /app/export.json > /app/catalog.json
