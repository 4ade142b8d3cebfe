import torch  # expect: architecture
from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def home():
    return torch.__version__
