from billing_tools import total


def handler(event, context):
    return {"total": total()}
