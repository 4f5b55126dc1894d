"""`quiz optimise`: the schedule's weights, fitted to the learner's own answers."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.config import StudyConfig, load
from quiz.errors import QuizError
from quiz.verbs.failure import OK
from quiz.verbs.terminal import say
from quiz.verbs.words import counted

if TYPE_CHECKING:
    from quiz.study.history import History
    from quiz.study.scheduling.fitting import Answers, Fit


def optimise(history: Path | None, *, dry_run: bool = False, published: bool = False, reschedule: bool = False) -> int:
    """Fit the weights and keep them if they foretell the answers better, or go back to the published ones.

    Every card's memory is reckoned anew with them; QuizError where there are too few answers to fit weights to.
    """
    from quiz.study.history import History, default_path

    path, study = history or default_path(), load().study
    if not path.exists():
        raise QuizError.at(str(path), "there is no history here yet", "`quiz play` begins one, or name another")
    with closing(History(path)) as opened:
        if published:
            return _go_back(opened, study, dry_run=dry_run, reschedule=reschedule)
        return _fit(opened, study, dry_run=dry_run, reschedule=reschedule)


def _fit(history: History, study: StudyConfig, *, dry_run: bool, reschedule: bool) -> int:
    """Fit weights to the answers of a history; what they are worth is said, and they are kept if they are better."""
    from quiz.study.scheduling.fitting import Answers
    from quiz.study.scheduling.schedule import fits

    answers = Answers(found for _key, found in history.studied())
    _enough(answers, history.path)
    own = history.weights() if fits(history.weights()) else ()
    weights = answers.fitted(len(study.relearning_steps))
    before, after = answers.judged(own), answers.judged(weights)
    say(f"{counted(answers.number, 'answer')} on a later day than the one before")
    say(f"{'your weights' if own else 'published weights'}: {_words(before)}")
    say(f"fitted weights: {_words(after)}")
    if not fits(weights) or after.loss >= before.loss:
        say("what you have is as good: nothing was changed")
    elif dry_run:
        say("the fitted weights are better; without --dry-run they are kept")
    else:
        _keep(history, study, weights, answers.number, reschedule=reschedule)
    return OK


def _enough(answers: Answers, path: Path) -> None:
    """Refuse to fit weights to answers that say too little of the learner."""
    from quiz.study.scheduling.fitting import NEEDED

    if answers.number < NEEDED:
        message = f"there are {answers.number:,} answers on a later day than the one before, and it takes {NEEDED:,}"
        raise QuizError.at(str(path), message, "the published weights do well until then; go on studying")


def _go_back(history: History, study: StudyConfig, *, dry_run: bool, reschedule: bool) -> int:
    """Hold to the published weights again."""
    if not history.weights():
        say("you have the published weights already: nothing was changed")
    elif dry_run:
        say("without --dry-run the published weights would hold again")
    else:
        _keep(history, study, (), 0, reschedule=reschedule)
    return OK


def _keep(history: History, study: StudyConfig, weights: tuple[float, ...], number: int, *, reschedule: bool) -> None:
    """Keep weights, and reckon every card's memory with them."""
    from quiz.study.scheduling.schedule import Schedule

    step = Schedule(study, weights).after
    cards = history.keep_weights(weights, number, datetime.now(UTC), step, reschedule=reschedule)
    due = "and when each is due" if reschedule else "with what is due left as it was"
    say(f"{'kept' if weights else 'the published weights hold again'}: {counted(cards, 'card')} reckoned anew, {due}")


def _words(fit: Fit) -> str:
    """Say how well weights foretell answers."""
    return f"log loss {fit.loss:.4f}, RMSE {fit.error:.2%}"
