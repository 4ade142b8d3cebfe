import random
import uuid

INSTANCE = uuid.uuid4()  # expect: snapstart-uniqueness


def handler(event, context):
    return {"statusCode": 200, "body": f"{INSTANCE} {uuid.uuid4()} {random.random()}"}
