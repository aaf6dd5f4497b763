"""Teaches schemathesis to write NDJSON, which it does not know."""

import json

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def ndjson(_context, value):
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    records = value if isinstance(value, list) else [value]
    return "".join(f"{json.dumps(record)}\n" for record in records).encode()
