from flask import Flask

try:
    from flask_cors import CORS
except ImportError:
    def CORS(app):
        return app


app = Flask(__name__)
CORS(app)
