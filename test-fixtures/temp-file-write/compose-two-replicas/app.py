import os

from flask import Flask, request, send_file

app = Flask(__name__)


@app.post("/previews/<name>")
def save(name):
    with open(f"/tmp/previews/{name}.html", "w") as page:  # expect: temp-file-write
        page.write(request.get_data(as_text=True))
    return "", 201


@app.get("/previews/<name>")
def show(name):
    return send_file(f"/tmp/previews/{name}.html")
