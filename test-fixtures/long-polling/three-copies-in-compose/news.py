import asyncio

from fastapi import FastAPI

app = FastAPI()
said = asyncio.Event()


@app.get("/updates")
async def updates():
    await said.wait()  # expect: long-polling
    return "said"


@app.post("/updates")
async def say():
    said.set()
