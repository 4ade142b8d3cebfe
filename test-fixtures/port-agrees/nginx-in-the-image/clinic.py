from flask import Flask

app = Flask(__name__)


@app.get("/patients")
def patients():
    return []
