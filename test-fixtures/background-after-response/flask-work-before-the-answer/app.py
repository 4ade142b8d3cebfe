import smtplib
from concurrent.futures import ThreadPoolExecutor

from flask import Flask, request

app = Flask(__name__)
pool = ThreadPoolExecutor(max_workers=4)


def notify(address):
    with smtplib.SMTP("smtp.jobs.example", 587) as server:
        server.sendmail("board@jobs.example", [address], "Thank you")


@app.post("/applications")
def apply():
    sent = pool.submit(notify, request.form["email"])
    sent.result(timeout=5)
    return {"ok": True}, 201
