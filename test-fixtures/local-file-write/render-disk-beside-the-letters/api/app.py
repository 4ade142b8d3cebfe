from flask import Flask, request

app = Flask(__name__)


@app.post("/letters/<number>")
def keep(number):
    request.files["scan"].save("letters/" + number + ".pdf")  # expect: local-file-write
    return "", 201
