class Settings:
    SQLALCHEMY_DATABASE_URI = "sqlite:///albums.db"
    JSON_SORT_KEYS = False
