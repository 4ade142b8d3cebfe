import asyncio
import json

import httpx


async def publish(job, feed):
    async with httpx.AsyncClient() as client:
        await client.post(feed, json=job)


async def save(job):
    first = asyncio.create_task(publish(job, "https://feeds.jobs.example"))
    await asyncio.gather(first, publish(job, "https://mirror.jobs.example"))
    return {"statusCode": 201}


def handler(event, context):
    return asyncio.run(save(json.loads(event["body"])))
