"""`python -m datamodel_check`."""

from datamodel_check.cli import main

raise SystemExit(main())
