import asyncio
import json

import httpx


async def publish(job):
    async with httpx.AsyncClient() as client:
        await client.post("https://feeds.jobs.example", json=job)


async def save(job):
    asyncio.create_task(publish(job))  # expect: background-after-response
    return {"statusCode": 202}


def handler(event, context):
    return asyncio.run(save(json.loads(event["body"])))
