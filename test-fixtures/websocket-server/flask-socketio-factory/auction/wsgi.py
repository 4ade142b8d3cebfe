from auction import create_app

app = create_app()
