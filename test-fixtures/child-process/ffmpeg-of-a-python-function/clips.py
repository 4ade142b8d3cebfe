import json
import subprocess
import sys


def handler(event, context):
    clip = json.loads(event["body"])
    # expect: child-process
    subprocess.run(["ffmpeg", "-i", clip["url"], "-t", "30", "/tmp/clip.mp4"], check=True)
    subprocess.run([sys.executable, "-m", "captions", "/tmp/clip.mp4"], check=True)
    return {"statusCode": 201}
