import queue
import threading

from flask import Flask, request

app = Flask(__name__)
jobs = queue.Queue()


def work():
    while True:
        print("rendering", jobs.get())


threading.Thread(target=work, daemon=True).start()


@app.post("/invoices")
def invoices():
    jobs.put(request.json)  # expect: in-memory-queue
    return "", 202
