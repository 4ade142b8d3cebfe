from fastapi import APIRouter, WebSocket

router = APIRouter()


@router.get("/{room_id}")
def room(room_id: str):
    return {"room": room_id}


# expect: websocket-server
@router.websocket("/{room_id}/messages")
async def messages(websocket: WebSocket, room_id: str):
    await websocket.accept()
    while True:
        text = await websocket.receive_text()
        await websocket.send_text(f"{room_id}: {text}")
