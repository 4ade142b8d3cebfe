import requests


def send(text):
    requests.post("https://mail.example/send", data=text, timeout=10)
