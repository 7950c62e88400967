from base import *

INSTALLED_APPS += ["people.apps.PeopleConfig", "shop"]
