import smtplib
from threading import Thread

from flask import Flask, request

app = Flask(__name__)


def notify(address):
    with smtplib.SMTP("smtp.jobs.example", 587) as server:
        server.sendmail("board@jobs.example", [address], "Thank you")


@app.post("/applications")
def apply():
    Thread(target=notify, args=(request.form["email"],)).start()  # expect: background-after-response
    return {"ok": True}, 202
