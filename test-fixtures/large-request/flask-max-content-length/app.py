from flask import Flask, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 50 * 1024 * 1024  # expect: large-request


@app.post("/maps")
def upload():
    return {"bytes": len(request.get_data())}
