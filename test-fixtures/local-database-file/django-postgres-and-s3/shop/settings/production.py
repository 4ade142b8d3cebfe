import os

from .base import *

DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "HOST": os.environ.get("DB_HOST")}}
STORAGES = {"default": {"BACKEND": "storages.backends.s3.S3Storage"}}
LOGGING = {"version": 1, "handlers": {"console": {"class": "logging.StreamHandler"}}}
