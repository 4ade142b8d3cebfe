import os

import boto3


def handler(event, context):
    request = event["requestContext"]
    if request["routeKey"] == "$connect":
        return {"statusCode": 200}
    endpoint = f"https://{request['domainName']}/{request['stage']}"
    gateway = boto3.client("apigatewaymanagementapi", endpoint_url=endpoint)
    gateway.post_to_connection(ConnectionId=request["connectionId"], Data=b"received")
    return {"statusCode": 200}
