from celery import Celery

app = Celery("shop", broker="redis://redis")
