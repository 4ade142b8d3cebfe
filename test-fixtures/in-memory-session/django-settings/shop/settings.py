from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

ROOT_URLCONF = "shop.urls"
INSTALLED_APPS = ["orders", "rest_framework"]

SESSION_ENGINE = "django.contrib.sessions.backends.file"  # expect: in-memory-session
REST_FRAMEWORK = {"DEFAULT_THROTTLE_RATES": {"anon": "5/min"}}  # expect: in-memory-rate-limit
CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}  # expect: in-memory-state
DEFAULT_FILE_STORAGE = "storages.backends.s3boto3.S3Boto3Storage"
