import os

from flask import Flask, session
from flask_session import Session

app = Flask(__name__)
app.secret_key = os.environ["SECRET_KEY"]
app.config["SESSION_TYPE"] = "filesystem"  # expect: in-memory-session
Session(app)


@app.post("/seats/<seat>")
def choose(seat):
    session["seat"] = seat
    return {"seat": seat}
