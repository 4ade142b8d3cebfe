import os
import secrets

import jwt
from flask import Flask, request

app = Flask(__name__)
app.secret_key = os.urandom(24)  # expect: per-process-secret
SIGNING_KEY = secrets.token_hex(32)


@app.post("/cards")
def card():
    # expect: per-process-secret
    return jwt.encode({"reader": request.form["reader"]}, SIGNING_KEY, algorithm="HS256")
