import queue
import threading

from flask import Flask, request

app = Flask(__name__)


def render(results, invoice):
    results.put({"invoice": invoice, "pages": 1})


@app.post("/batches")
def batches():
    results = queue.Queue()
    threads = [threading.Thread(target=render, args=(results, invoice)) for invoice in request.json]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results.get() for _ in threads]
