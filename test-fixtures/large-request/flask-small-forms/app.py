from flask import Flask, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1024 * 1024


@app.post("/maps")
def upload():
    return {"bytes": len(request.get_data())}
