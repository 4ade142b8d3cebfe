import socketserver


class Reading(socketserver.BaseRequestHandler):
    def handle(self):
        print(self.request[0])


server = socketserver.UDPServer(("0.0.0.0", 7001), Reading)
server.serve_forever()  # expect: udp-server


def handler(event, context):
    return {"statusCode": 200}
