from flask import Flask
from flask_socketio import SocketIO

socketio = SocketIO(cors_allowed_origins="*")  # expect: websocket-server


def create_app():
    app = Flask(__name__)
    socketio.init_app(app)

    from auction import bids

    app.register_blueprint(bids.blueprint)
    return app
