import time

import schedule

from remind import handler

schedule.every().day.at("09:00").do(handler, None, None)

while True:
    schedule.run_pending()
    time.sleep(60)
