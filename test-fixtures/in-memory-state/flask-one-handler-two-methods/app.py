from flask import Flask, render_template, request

app = Flask(__name__)
labels = []  # expect: in-memory-state


def label(rows):
    labels.clear()
    for row in rows.splitlines():
        labels.append(row.strip())


@app.route("/labels", methods=["GET", "POST"])
def show():
    if request.method == "POST":
        label(request.form["rows"])
    return render_template("labels.html", value=labels)
