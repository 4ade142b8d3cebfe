import uuid

from flask import Flask, jsonify, request

app = Flask(__name__)

reservations = {}  # expect: in-memory-state


@app.post("/reservations")
def reserve():
    number = str(uuid.uuid4())
    reservations[number] = request.get_json()
    return jsonify(number=number), 201


@app.get("/reservations/<number>")
def reservation(number):
    return jsonify(reservations.get(number))
