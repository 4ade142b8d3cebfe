import json

from database import connect


def handler(event, context):
    ticket = json.loads(event["body"])
    connection = connect()
    connection.execute("insert into tickets values (?)", (ticket["plate"],))
    connection.commit()
    return {"statusCode": 201}
