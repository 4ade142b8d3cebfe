from flask import Flask
from flask_cors import CORS  # expect: dependency-declared

app = Flask(__name__)
CORS(app)
