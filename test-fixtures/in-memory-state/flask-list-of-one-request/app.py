from flask import Flask, render_template, request

app = Flask(__name__)


@app.route("/labels", methods=["GET", "POST"])
def show():
    labels = []
    if request.method == "POST":
        for row in request.form["rows"].splitlines():
            labels.append(row.strip())
    return render_template("labels.html", value=labels)
