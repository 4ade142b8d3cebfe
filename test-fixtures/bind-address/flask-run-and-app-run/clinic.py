from flask import Flask

app = Flask(__name__)


@app.get("/patients")
def patients():
    return []


if __name__ == "__main__":
    # expect: bind-address
    app.run(debug=False)
