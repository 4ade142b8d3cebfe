import random
import uuid

from snapshot_restore_py import register_after_restore

INSTANCE = uuid.uuid4()


@register_after_restore
def rename():
    global INSTANCE
    INSTANCE = uuid.uuid4()


def handler(event, context):
    return {"statusCode": 200, "body": f"{INSTANCE} {random.random()}"}
