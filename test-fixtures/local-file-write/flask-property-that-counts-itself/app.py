from flask import Flask

app = Flask(__name__)
app.config["ROUND"] = 0
app.config["POINTS"] = 0


@app.post("/rounds")
def play():
    app.config["ROUND"] = app.config["ROUND"] + 1
    app.config["POINTS"] = app.config["POINTS"] + app.config["ROUND"]
    app.config["ROUND"] = app.config["ROUND"] + app.config["POINTS"]
    with open(f"/tmp/round-{app.config['ROUND']}", "w") as score:
        score.write(str(app.config["POINTS"]))
    return {"round": app.config["ROUND"]}
