from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

ROOT_URLCONF = "shop.urls"
INSTALLED_APPS = ["orders", "rest_framework"]

# expect: local-database-file
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
# expect: local-file-write
MEDIA_ROOT = BASE_DIR / "media"
# expect: log-file
LOGGING = {
    "version": 1,
    "handlers": {
        "console": {"class": "logging.StreamHandler"},
        "orders": {"class": "logging.FileHandler", "filename": BASE_DIR / "orders.log"},
    },
}
