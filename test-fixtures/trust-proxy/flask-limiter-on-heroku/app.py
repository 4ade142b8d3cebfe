import os

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

app = Flask(__name__)
# expect: trust-proxy
limiter = Limiter(get_remote_address, app=app, storage_uri=os.environ["REDIS_URL"])


@app.post("/login")
@limiter.limit("5 per minute")
def login():
    return "", 204
