"""Fields of packages that many projects use, by the field of Django that each comes down to."""

from collections.abc import Mapping

FIELDS: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "autoslug.AutoSlugField": ("SlugField", {}),
    "autoslug.fields.AutoSlugField": ("SlugField", {}),
    "colorfield.fields.ColorField": ("CharField", {"max_length": 25}),
    "django_countries.fields.CountryField": ("CharField", {"max_length": 2}),
    "django_extensions.db.fields.AutoSlugField": ("SlugField", {}),
    "django_extensions.db.fields.CreationDateTimeField": ("DateTimeField", {"auto_now_add": True}),
    "django_extensions.db.fields.ModificationDateTimeField": ("DateTimeField", {"auto_now": True}),
    "django_fsm.FSMField": ("CharField", {"max_length": 50}),
    "django_measurement.models.MeasurementField": ("FloatField", {}),
    "encrypted_model_fields.fields.EncryptedCharField": ("TextField", {}),
    "encrypted_model_fields.fields.EncryptedTextField": ("TextField", {}),
    "model_utils.fields.AutoCreatedField": ("DateTimeField", {}),
    "model_utils.fields.AutoLastModifiedField": ("DateTimeField", {}),
    "model_utils.fields.MonitorField": ("DateTimeField", {}),
    "model_utils.fields.StatusField": ("CharField", {"max_length": 100}),
    "model_utils.fields.UUIDField": ("UUIDField", {}),
    "modelcluster.fields.ParentalKey": ("ForeignKey", {}),
    "modelcluster.fields.ParentalManyToManyField": ("ManyToManyField", {}),
    "mptt.fields.TreeForeignKey": ("ForeignKey", {}),
    "mptt.fields.TreeManyToManyField": ("ManyToManyField", {}),
    "mptt.fields.TreeOneToOneField": ("OneToOneField", {"unique": True}),
    "mptt.models.TreeForeignKey": ("ForeignKey", {}),
    "multiselectfield.MultiSelectField": ("CharField", {}),
    "multiselectfield.db.fields.MultiSelectField": ("CharField", {}),
    "phonenumber_field.modelfields.PhoneNumberField": ("CharField", {"max_length": 128}),
    "timezone_field.TimeZoneField": ("CharField", {"max_length": 63}),
    "timezone_field.fields.TimeZoneField": ("CharField", {"max_length": 63}),
    "wagtail.fields.RichTextField": ("TextField", {}),
    "wagtail.fields.StreamField": ("JSONField", {}),
}
"""By the whole name of the class: Django's class, and the options that its constructor sets."""
