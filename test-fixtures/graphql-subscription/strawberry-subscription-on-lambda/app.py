import asyncio
from typing import AsyncGenerator

import strawberry
from fastapi import FastAPI
from mangum import Mangum
from strawberry.fastapi import GraphQLRouter


@strawberry.type
class Query:
    @strawberry.field
    def berths(self) -> int:
        return 12


@strawberry.type
class Subscription:
    # expect: graphql-subscription
    @strawberry.subscription
    async def arrivals(self) -> AsyncGenerator[str, None]:
        while True:
            yield "ship"
            await asyncio.sleep(1)


schema = strawberry.Schema(query=Query, subscription=Subscription)  # expect: graphql-subscription
app = FastAPI()
app.include_router(GraphQLRouter(schema), prefix="/graphql")
handler = Mangum(app)
