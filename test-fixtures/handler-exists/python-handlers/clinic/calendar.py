def cancel(event, context):
    return {"statusCode": 204}
