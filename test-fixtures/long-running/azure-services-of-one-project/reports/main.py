import asyncio

from fastapi import FastAPI

app = FastAPI()


@app.get("/reports")
async def reports():
    await asyncio.sleep(400)  # expect: long-running
    return []
