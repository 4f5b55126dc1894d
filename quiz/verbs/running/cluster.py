"""Runs the generator on a Dask cluster; the only module that knows it.

The bytes of the documents are sent, so that no disk need be shared. The work of a machine that is lost is done by the
others: the scheduler sees to that, and gives a document up only when several machines were lost with it.
"""

from __future__ import annotations

import logging
from asyncio import CancelledError
from collections import deque
from collections.abc import Generator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from quiz.errors import Place, Problem, QuizError
from quiz.verbs.running.version import essential
from quiz.verbs.running.work import Failed, Made, Request, make_sent

PATIENCE = 10
"""Seconds that scheduler and first worker are given to answer."""

AHEAD = 4
"""Documents per thread of the cluster that are under way: what is sent and not yet done is kept in memory."""

CHATTY = ("distributed", "tornado", "asyncio")
"""Libraries that log what they do by themselves."""

OPTION = "--cluster"
START = "start `dask scheduler` and `dask worker ADDRESS`, and give the address the scheduler prints"


class Cluster:
    """Makes the cards of documents on the workers of a cluster."""

    def __init__(self, address: str) -> None:
        """Take the address of the cluster's scheduler; QuizError if the Dask client is not installed."""
        try:
            import distributed
        except ImportError as error:
            raise QuizError.lacking(OPTION, f"the Dask client is missing: {error}", "cluster") from None
        self.dask: Any = distributed
        self.address = address

    def run(self, requests: Sequence[Request]) -> Generator[Made | Failed]:
        """What came of every document, in their order; QuizError, at once, if there is no cluster at the address."""
        return self._results(self._connected(), requests)

    def _connected(self) -> Any:
        """Connect to the scheduler, and see to it that somebody works there."""
        _hush()
        place = f"{OPTION} {self.address}"
        try:
            client = self.dask.Client(self.address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, ImportError) as error:
            said = (str(error) or type(error).__name__).splitlines()[0]
            raise QuizError.at(place, f"no cluster answers there: {said}", START) from None
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            client.close(timeout=PATIENCE)
            raise QuizError.at(place, "the cluster has no workers", START) from None
        return client

    def _results(self, client: Any, requests: Sequence[Request]) -> Generator[Made | Failed]:
        """Send documents, a few ahead of those that are done, and collect what comes of them."""
        waiting = deque(requests)
        sent: deque[tuple[Path, Any]] = deque()
        version, room = essential(), AHEAD
        try:
            while waiting or sent:
                with suppress(OSError):  # a cluster that is lost is told of with the documents
                    room = AHEAD * max(1, sum(client.nthreads().values()))
                while waiting and len(sent) < room:
                    request = waiting.popleft()
                    sent.append((request.path, _sent(client, request, version)))
                document, future = sent.popleft()
                yield future if isinstance(future, Failed) else _result(document, future)
        finally:
            for _, future in sent:
                if not isinstance(future, Failed):
                    future.cancel()
            client.close(timeout=PATIENCE)


def _hush() -> None:
    """Let the client's libraries log nothing: what they have to say is said in one line of ours.

    The client gives some of its loggers levels and handlers of their own, which those above them do not govern.
    """
    for name in {*CHATTY, *logging.root.manager.loggerDict}:
        if name.partition(".")[0] in CHATTY:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _sent(client: Any, request: Request, version: str) -> Any:
    """Send a document to the cluster; the future of what comes of it, or what is wrong with the file."""
    from quiz.documents.decoding import LIMIT, PACKED_LIMIT, load
    from quiz.documents.readers import PACKED
    from quiz.verbs.explain import problems_of

    document = request.path
    try:
        data = load(document, PACKED_LIMIT if document.suffix.lower() in PACKED else LIMIT)
    except QuizError as error:
        return Failed(problems_of(error, str(document)))
    return client.submit(make_sent, request, data, version, pure=False)


def _result(document: Path, future: Any) -> Made | Failed:
    """Wait for a document; what came of it."""
    try:
        found: Made | Failed = future.result()
    except (Exception, CancelledError) as error:  # noqa: BLE001 - whatever a worker fails with is that document's failure
        said = (str(error) or "it was cancelled").splitlines()[0][:200]
        message = f"the cluster failed with it: {type(error).__name__}: {said}"
        return Failed((Problem(Place(str(document)), message, "try it without --cluster"),))
    finally:
        future.release()
    return found
