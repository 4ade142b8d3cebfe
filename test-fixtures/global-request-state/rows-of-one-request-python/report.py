import json

import boto3

stock = boto3.resource("dynamodb").Table("stock")


def handler(event, context):
    rows = []
    warehouse = event["queryStringParameters"]["warehouse"]
    item = stock.get_item(Key={"warehouse": warehouse})["Item"]
    rows.append(item)
    return {"statusCode": 200, "body": json.dumps(rows)}
