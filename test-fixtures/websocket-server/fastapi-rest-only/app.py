import json

from fastapi import FastAPI
from mangum import Mangum
from websockets.sync.client import connect

app = FastAPI(title="Clinic rooms")


@app.get("/rooms/{room_id}")
def room(room_id: str):
    with connect("wss://events.clinic.example/rooms") as events:
        events.send(json.dumps({"viewed": room_id}))
    return {"room": room_id}


handler = Mangum(app)
