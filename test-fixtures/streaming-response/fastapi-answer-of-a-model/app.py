from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from mangum import Mangum
from openai import OpenAI

app = FastAPI()
client = OpenAI()


@app.get("/guide")
def guide(city: str):
    def words():
        answer = client.chat.completions.create(
            model="gpt-5-mini",
            messages=[{"role": "user", "content": f"A day in {city}"}],
            stream=True,
        )
        for part in answer:
            yield f"data: {part.choices[0].delta.content}\n\n"

    # expect: streaming-response
    return StreamingResponse(words(), media_type="text/event-stream")


handler = Mangum(app)
