"""Words that choose facts, as `table:user.email` and `route:/api/orgs/**` do: what prose depends on."""

from datamodel_check.selectors.named import named
from datamodel_check.selectors.needs import needs
from datamodel_check.selectors.reviews import reviews
from datamodel_check.selectors.values import statements

__all__ = ["named", "needs", "reviews", "statements"]
