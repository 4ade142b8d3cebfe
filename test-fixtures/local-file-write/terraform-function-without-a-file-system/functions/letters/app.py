import json
from pathlib import Path


def handler(event, context):
    letter = json.loads(event["body"])
    # expect: local-file-write
    Path("/mnt/letters/" + letter["id"] + ".txt").write_text(letter["text"])
    return {"statusCode": 201}
