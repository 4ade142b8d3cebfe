import os

import uvicorn
from fastapi import FastAPI

app = FastAPI()


@app.get("/patients")
def patients():
    return []


if __name__ == "__main__":
    # expect: port-agrees
    uvicorn.run(app, host="0.0.0.0", port=int(os.environ.get("PORT", 8080)))
