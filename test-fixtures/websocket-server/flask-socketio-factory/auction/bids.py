from flask import Blueprint, jsonify

from auction import socketio

blueprint = Blueprint("bids", __name__)


@blueprint.post("/lots/<lot_id>/bids")
def bid(lot_id):
    socketio.emit("bid", {"lot": lot_id})
    return jsonify(ok=True)
