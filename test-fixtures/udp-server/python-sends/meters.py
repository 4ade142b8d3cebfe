import socket


def handler(event, context):
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sender.sendto(event["body"].encode(), ("collector.internal", 8125))
    return {"statusCode": 202}
