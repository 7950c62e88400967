from django.db import models


class CodeField(models.CharField):
    description = "A code"

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 7)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs


class MoneyField(models.DecimalField):
    def __init__(self, verbose_name=None, name=None, **kwargs):
        super().__init__(verbose_name, name, max_digits=19, decimal_places=10, **kwargs)


class NumberField(models.Field):
    def db_type(self, connection):
        return "integer"


class SortedField(CodeField):
    def __init__(self, target, *args, **kwargs):
        self.target = target
        super().__init__(*args, max_length=kwargs.pop("size", 50), **kwargs)

    def get_internal_type(self):
        return "CharField"
