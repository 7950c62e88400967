from django.contrib.auth.models import AbstractUser
from django.db import models


class Person(AbstractUser):
    nickname = models.CharField(max_length=30, blank=True)


class Manager(Person):
    class Meta:
        proxy = True
