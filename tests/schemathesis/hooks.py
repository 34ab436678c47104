"""Makes what is tried more likely to exist, and keeps the caller out of it."""

import os

import schemathesis

CALLER = int(os.environ["TRIAL_CALLER"])
SESSION = int(os.environ["TRIAL_SESSION"])
# The demo data has at least this many rows of most things.
ROWS = 60


@schemathesis.hook
def map_path_parameters(context, parameters):
    """Random ids are nearly always nobody's: most are moved to where rows are."""
    for name, value in (parameters or {}).items():
        if isinstance(value, int) and value % 4:
            value = value % ROWS + 1
            parameters[name] = value + 1 if value in (CALLER, SESSION) else value
    return parameters


@schemathesis.hook
def filter_case(context, case):
    """The caller must not suspend, demote or sign out himself."""
    if case.method.upper() == "GET":
        return True
    return not {CALLER, SESSION} & (numbers(case.path_parameters) | numbers(case.body))


def numbers(value):
    """Every whole number in a parsed JSON value, written as text too."""
    if isinstance(value, bool):
        return set()
    if isinstance(value, int) or isinstance(value, str) and value.isdecimal() and len(value) < 20:
        return {int(value)}
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, (list, tuple)):
        return set()
    return set().union(*map(numbers, value)) if value else set()
