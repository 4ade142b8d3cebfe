from .calendar import cancel


def book(event, context):
    return {"statusCode": 201}
