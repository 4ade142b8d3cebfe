import os

from flask import Flask, request

from settings import Settings

app = Flask(__name__)
app.config["ALBUMS"] = "albums"
app.config.from_object(Settings)  # expect: local-database-file


@app.post("/albums/<album>")
def add(album):
    photo = request.files["photo"]
    photo.save(os.path.join(app.config["ALBUMS"], album))  # expect: local-file-write
    return {"album": album}
