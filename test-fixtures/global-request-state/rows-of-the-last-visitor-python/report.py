import json

import boto3

stock = boto3.resource("dynamodb").Table("stock")
rows = []


def handler(event, context):
    warehouse = event["queryStringParameters"]["warehouse"]
    item = stock.get_item(Key={"warehouse": warehouse})["Item"]
    rows.append(item)  # expect: global-request-state
    return {"statusCode": 200, "body": json.dumps(rows)}
