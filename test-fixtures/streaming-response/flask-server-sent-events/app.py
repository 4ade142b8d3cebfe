import time

from flask import Flask, Response

app = Flask(__name__)


def orders():
    for number in range(3):
        yield f"data: order {number}\n\n"
        time.sleep(1)


@app.route("/orders/live")
def live():
    return Response(orders(), mimetype="text/event-stream")  # expect: streaming-response


@app.route("/orders.csv")
def export():
    return Response("number;table\n", mimetype="text/csv")
