import os

SECRET_KEY = os.environ["SECRET_KEY"]
ROOT_URLCONF = "museum.urls"
INSTALLED_APPS = ["exhibits"]
