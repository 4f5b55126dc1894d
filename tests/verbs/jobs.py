"""What processes do in the tests in place of the work; a module of its own, as each process loads it anew."""

from __future__ import annotations

import os
import signal
import time

from quiz.verbs.running import Failed, Made, Request


def simple(request: Request) -> Made | Failed:
    """Do what the name says, in place of the work."""
    path = request.path
    if path.name.startswith("dies"):
        os.kill(os.getpid(), signal.SIGKILL)
    if path.name.startswith("leaves"):
        os._exit(3)
    time.sleep(0.05 if path.name.startswith("slow") else 0)
    return Made(f"{path.name} {os.environ.get('PYTHONHASHSEED', '')}", ())


def deaf(request: Request) -> Made | Failed:
    """Tell whether Ctrl-C is for somebody else."""
    blocked = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])
    return Made(f"{request.path}: {'deaf' if blocked else 'interrupted'}", ())
