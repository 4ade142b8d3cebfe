import socketserver


class Meter(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"ok")


server = socketserver.TCPServer(("0.0.0.0", 9000), Meter)
server.serve_forever()  # expect: raw-tcp-server


def handler(event, context):
    return {"statusCode": 200}
