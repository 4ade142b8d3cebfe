from flask import Flask

app = Flask(__name__)


@app.get("/<path:page>")
def page(page):
    return page
