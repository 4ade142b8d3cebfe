import threading

from firebase_functions import https_fn

from mail import send


@https_fn.on_request(timeout_sec=120)
def order(req: https_fn.Request) -> https_fn.Response:
    threading.Thread(target=send, args=(req.data,)).start()  # expect: background-after-response
    return https_fn.Response("ordered")


@https_fn.on_call()
def total(req: https_fn.CallableRequest) -> int:
    send(req.data)
    return 3
