from flask import Flask, request
from pdf2image import convert_from_bytes

app = Flask(__name__)


@app.post("/pages")
def pages():
    images = convert_from_bytes(request.data)  # expect: system-binary
    return {"pages": len(images)}
