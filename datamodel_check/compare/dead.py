"""Dead names in prose, as findings."""

from datamodel_check import rules
from datamodel_check.model.finding import Finding
from datamodel_check.model.references import Dead


def of_dead(dead: Dead) -> Finding:
    one = dead.reference
    since = f" since {dead.commit}" if dead.commit else " any more"
    if dead.instead:
        message = f"`{one.text}` is called `{dead.instead}`" + (f" since {dead.commit}" if dead.commit else " now")
        cure = f"Write `{dead.instead}`."
    else:
        message = f"`{one.text}` does not exist{since}"
        cure = "Say what is there now, or that it was removed."
    return Finding("DM202", rules.RULES["DM202"].severity, one.location, message, cure=cure)
