from django.db import models


class Order(models.Model):
    receipt = models.FileField(upload_to="receipts")
