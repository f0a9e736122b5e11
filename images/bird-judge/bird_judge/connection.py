"""How a database is reached."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import psycopg2
from psycopg2.extensions import connection as Session

from .ends import Fault

CONNECT_SECONDS = 10
# Guards that Postgres has only from this version on.
HAS_CONNECTION_CHECK = 140_000
STARTING_OR_STOPPING = "the database system is"


class Connection(NamedTuple):
    host: str
    port: int
    database: str
    user: str
    password: str
    options: str
    """As libpq takes them, such as "-c search_path=shop"; "" for none."""


def connect(to: Connection, read_only: bool = False) -> Session:
    """
    Raises Fault "database" when there is no server to speak to, "refused" when it does not let this role into this
    database, "superuser" when the role is one: what it runs is nobody's to trust.
    """
    options = f"{to.options} -c default_transaction_read_only=on" if read_only else to.options
    try:
        session = psycopg2.connect(
            host=to.host,
            port=to.port,
            dbname=to.database,
            user=to.user,
            password=to.password,
            options=options,
            connect_timeout=CONNECT_SECONDS,
            application_name="judge",
            # Without it libpq asks for Kerberos first.
            gssencmode="disable",
            client_encoding="UTF8",
        )
    except psycopg2.Error as error:
        words = str(error).strip()
        code = "refused" if "FATAL:" in words and STARTING_OR_STOPPING not in words else "database"
        raise Fault(code, f"cannot connect to {to.database} as {to.user}: {words}") from error
    if session.get_parameter_status("is_superuser") == "on":
        session.close()
        raise Fault("superuser", f"{to.user} is a superuser; statements are run as an ordinary role only")
    session.set_session(readonly=read_only)
    return session


@contextmanager
def connected(to: Connection, announce: Any, read_only: bool = False) -> Iterator[Session]:
    """Tells `announce` the number of the server's process before anything runs in it."""
    session = connect(to, read_only)
    try:
        announce(session.info.backend_pid)
        if session.server_version >= HAS_CONNECTION_CHECK:
            with session.cursor() as cursor:
                # The server's process ends soon after ours, also in the middle of a statement.
                cursor.execute("SET client_connection_check_interval = 1000")
            session.commit()
        yield session
    finally:
        session.close()


def end_backend(to: Connection, number: int) -> None:
    """Ends a server's process of the same role. A failure is the environment's to mend: it drops the database."""
    try:
        session = connect(to)
        try:
            with session.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s)", (number,))
        finally:
            session.close()
    except (Fault, psycopg2.Error):
        return


def answers(to: Connection) -> bool:
    """Whether there is a server, even one that refuses: what a role is refused may be the doing of its statements."""
    try:
        connect(to).close()
    except Fault as fault:
        return fault.code != "database"
    return True
