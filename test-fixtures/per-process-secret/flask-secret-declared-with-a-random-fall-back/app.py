import os
import secrets

from flask import Flask, session

app = Flask(__name__)
app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY", secrets.token_hex(16))


@app.post("/loans/<book>")
def lend(book):
    session["book"] = book
    return {"book": book}
