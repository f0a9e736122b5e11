"""Makes the store, its checksums and the mirrors; then damages one object, and the copy of it in one mirror."""

import hashlib
import os
import random

random.seed(180256)
names = sorted(f"objects/{random.randrange(256):02x}/part-{index:03d}.bin" for index in range(184))
content = {name: random.randbytes(random.randint(200, 900)) for name in names}
for group in range(14):
    members = random.sample(names[:88] + names[96:], random.choice([2, 2, 3, 4]))
    for name in members:
        content[name] = content[members[0]]


def put(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as target:
        target.write(data)


def damaged(data, at):
    return data[:at] + bytes([data[at] ^ 0x40]) + data[at + 1 :]


victim = names[92]
for name in names:
    put(f"/app/store/{name}", content[name])
put("/app/store/SHA256SUMS", "".join(f"{hashlib.sha256(content[n]).hexdigest()}  {n}\n" for n in names).encode())
for mirror in ("a", "b"):
    for name in sorted({victim, *random.sample(names, 70)}):
        put(f"/app/mirror-{mirror}/{name}", content[name])
put(f"/app/mirror-a/{victim}", damaged(content[victim], 60))
put(f"/app/store/{victim}", damaged(content[victim], 131))
