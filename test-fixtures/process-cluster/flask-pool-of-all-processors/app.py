from multiprocessing import Pool

from flask import Flask, request

app = Flask(__name__)


@app.post("/resize")
def resize():
    with Pool() as pool:  # expect: process-cluster
        return pool.map(len, request.json)
