import torch
from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def home():
    return torch.__version__
