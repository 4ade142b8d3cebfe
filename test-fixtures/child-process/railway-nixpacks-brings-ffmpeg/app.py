import subprocess

from fastapi import FastAPI

app = FastAPI()


@app.post("/clips/{name}")
def clip(name: str):
    subprocess.run(["ffmpeg", "-i", "/tmp/" + name, "/tmp/clip.mp4"], check=True)
    return {"name": name}
