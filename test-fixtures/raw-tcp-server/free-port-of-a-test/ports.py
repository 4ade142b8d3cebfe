import socket


def free_port():
    probe = socket.socket()
    probe.bind(("127.0.0.1", 0))
    probe.listen()
    return probe.getsockname()[1]


def handler(event, context):
    return {"statusCode": 200, "body": str(free_port())}
