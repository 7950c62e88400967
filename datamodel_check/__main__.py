"""`python -m datamodel_check`."""

from datamodel_check.entry import main

raise SystemExit(main())
