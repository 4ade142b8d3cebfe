import os

from flask import Flask, jsonify, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
app.config["UPLOAD_FOLDER"] = "static/photos"
UPLOADS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "static", "photos")

if not os.path.exists(UPLOADS):
    os.makedirs(UPLOADS)  # expect: local-file-write


@app.post("/pets/<pet_id>/photo")
def photo(pet_id):
    image = request.files["photo"]
    name = secure_filename(image.filename)
    image.save(os.path.join("static/photos", name))  # expect: local-file-write
    return jsonify(photo=name)


@app.post("/pets")
def register():
    with open("pets.jsonl", mode="a") as register_file:  # expect: local-file-write
        register_file.write(request.get_data(as_text=True))
    return jsonify(ok=True)


@app.get("/breeds")
def breeds():
    with open("data/breeds.json") as source:
        return source.read()
