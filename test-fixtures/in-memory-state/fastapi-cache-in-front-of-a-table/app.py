import boto3
from fastapi import FastAPI
from mangum import Mangum

app = FastAPI()
vans = boto3.resource("dynamodb").Table("vans")
seen = {}


@app.get("/vans/{plate}")
def van(plate: str):
    if plate not in seen:
        seen[plate] = vans.get_item(Key={"plate": plate}).get("Item")
    return seen[plate]


handler = Mangum(app)
