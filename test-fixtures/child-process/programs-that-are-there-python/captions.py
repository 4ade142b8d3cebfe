print("captions")
