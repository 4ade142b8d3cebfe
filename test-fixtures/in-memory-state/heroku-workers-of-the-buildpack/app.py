from flask import Flask, request

app = Flask(__name__)
waiting = {}  # expect: in-memory-state


@app.post("/queue/<patient>")
def enter(patient):
    waiting[patient] = request.json["complaint"]
    return "", 201


@app.get("/queue/<patient>")
def look(patient):
    return {"complaint": waiting.get(patient)}
