import logging


def main(bill):
    logging.info(bill)
