import subprocess
import time

from fastapi import BackgroundTasks, FastAPI

app = FastAPI()


def press(number: str):
    time.sleep(45)
    subprocess.run(["python", "press.py", number], timeout=600)


@app.post("/books/{number}/press")
def order(number: str, tasks: BackgroundTasks):
    tasks.add_task(press, number)
    return {"number": number}


@app.get("/books/{number}/proof")
def proof(number: str):
    time.sleep(45)  # expect: long-running
    return {"number": number}
