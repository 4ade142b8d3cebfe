from functools import lru_cache

import boto3
from fastapi import FastAPI
from mangum import Mangum

app = FastAPI()

CLASSES = {"small": 45, "large": 80}
_table = None


def table():
    global _table
    if _table is None:
        _table = boto3.resource("dynamodb").Table("vans")
    return _table


@lru_cache(maxsize=128)
def price(size: str, days: int) -> int:
    return CLASSES[size] * days


@app.get("/vans/{plate}")
def van(plate: str):
    return table().get_item(Key={"plate": plate}).get("Item")


@app.get("/prices/{size}")
def quote(size: str, days: int):
    return {"price": price(size, days)}


handler = Mangum(app)
