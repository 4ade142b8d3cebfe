import os
import secrets

import jwt
from flask import Flask, request

app = Flask(__name__)
app.secret_key = os.environ["SECRET_KEY"]


@app.post("/cards")
def card():
    number = secrets.token_hex(8)
    token = jwt.encode({"card": number}, os.environ["SECRET_KEY"], algorithm="HS256")
    return {"token": token, "reader": request.form["reader"]}
