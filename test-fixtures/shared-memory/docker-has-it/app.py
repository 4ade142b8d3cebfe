from multiprocessing import Pool

from flask import Flask, request

app = Flask(__name__)


def shrink(image):
    return image[:10]


@app.post("/resize")
def resize():
    with Pool(4) as pool:
        return pool.map(shrink, request.json)
