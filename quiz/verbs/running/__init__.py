"""Runs the generator over many documents: in this process, in several, or on a cluster; the results are the same."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Protocol

from quiz.verbs.running.work import Failed, Made, Request

__all__ = ["Failed", "Here", "Made", "Request", "Runner", "runner"]


class Runner(Protocol):
    """A way to run the generator over documents."""

    def run(self, requests: Sequence[Request]) -> Generator[Made | Failed]:
        """What came of every document, in their order; closing the generator stops what still runs.

        QuizError, before the first, if this way of running is not to be had.
        """
        ...


def runner(jobs: int, cluster: str) -> Runner:
    """Choose the runner: a cluster by its address, else so many processes, one being this one."""
    if cluster:
        from quiz.verbs.running.cluster import Cluster

        return Cluster(cluster)
    if jobs > 1:
        from quiz.verbs.running.processes import Processes

        return Processes(jobs)
    return Here()


class Here:
    """Makes the cards of one document after the other in this process, each when it is asked for."""

    def run(self, requests: Sequence[Request]) -> Generator[Made | Failed]:
        """What came of every document, in their order."""
        from quiz.verbs.running.work import make

        yield from map(make, requests)
