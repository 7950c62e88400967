"""What the project wants: its configuration file, read and checked, as immutable `Options`."""

from datamodel_check.config.options import Options, Project
from datamodel_check.config.reading import Loaded, load, load_file, read
from datamodel_check.config.template import first_configuration

__all__ = ["Loaded", "Options", "Project", "first_configuration", "load", "load_file", "read"]
