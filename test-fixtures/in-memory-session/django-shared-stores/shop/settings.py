from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

ROOT_URLCONF = "shop.urls"
INSTALLED_APPS = ["orders", "rest_framework"]

SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://cache"}}
REST_FRAMEWORK = {"DEFAULT_THROTTLE_RATES": {"anon": "5/min"}}
CHANNEL_LAYERS = {"default": {"BACKEND": "channels_redis.core.RedisChannelLayer"}}
DEFAULT_FILE_STORAGE = "storages.backends.s3boto3.S3Boto3Storage"
