import json

import pytesseract
from PIL import Image


def handler(event, context):
    scan = Image.open(json.loads(event["body"])["path"])
    # expect: system-binary
    return {"statusCode": 200, "body": pytesseract.image_to_string(scan)}
