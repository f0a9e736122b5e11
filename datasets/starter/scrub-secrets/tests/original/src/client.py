import os

TOKEN = os.environ.get("DEPOT_TOKEN", "dpt_live_5f5f5f5f5f5f5f5f5f5f5f5f")
SHARED_SECRET = "tulip"
TITLE = "tulip garden"
NOT_A_TOKEN = "dpt_live_short"


def connect(user):
    return open_session(user, secret="hunter2-extended", retries=3)