import os

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from werkzeug.middleware.proxy_fix import ProxyFix

app = Flask(__name__)
app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1)
limiter = Limiter(key_func=get_remote_address, app=app, storage_uri=os.environ["REDIS_URL"])


@app.post("/login")
@limiter.limit("5 per minute")
def login():
    return "", 204
