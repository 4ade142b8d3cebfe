import json
import os
from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers["Content-Length"])
        feedback = json.loads(self.rfile.read(length))
        os.makedirs("feedback", exist_ok=True)  # expect: local-file-write
        with open("/tmp/last.json", "w") as last:
            json.dump(feedback, last)
        self.send_response(201)
        self.end_headers()
