"""The questions to a meeting as its papers and its presenter meet them: each at the points where it belongs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lib.meetings import agenda
from lib.tables.model import Meeting, Question
from lib.views.board import BoardData
from lib.words.language import _, day_name, join


@dataclass(frozen=True, slots=True)
class PointQuestions:
    """A question in words: when it was asked, what was answered and decided ('' = nothing).

    `earlier` ones were asked at another meeting. `when` also names that, or the subject of a question at no point.
    """

    when: str
    text: str
    answer: str
    decision: str
    earlier: bool = False

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Question, answer and decision as terms and texts, as far as there are any."""
        parts = ((_("Question"), self.text), (_("Answer"), self.answer), (_("Decision"), self.decision))
        return tuple((term, text) for term, text in parts if text)


def at_points(
    data: BoardData,
    meeting: str,
    addresses: Sequence[str],
    questions: Iterable[Question],
    meetings: Iterable[Meeting],
) -> tuple[tuple[tuple[PointQuestions, ...], ...], tuple[PointQuestions, ...]]:
    """The questions to each of a meeting's points, and those that were asked at it and belong to none of them.

    Questions of earlier meetings come back at the points where they belong; those of later ones were not asked yet.
    """
    by_code = {question.meeting: question for question in meetings}
    placed: list[list[PointQuestions]] = [[] for _address in addresses]
    others = []
    for question in sorted(questions, key=lambda question: (question.asked, question.question)):
        if not _had_been_asked(question, meeting, by_code):
            continue
        earlier = "" if question.meeting == meeting else by_code[question.meeting].title
        places = [n for n, address in enumerate(addresses) if agenda.belongs(data, question.address, address)]
        for place in places:
            placed[place].append(_in_words(question, earlier))
        if not places and question.meeting == meeting:
            others.append(_in_words(question, "", _subject(data, question)))
    return tuple(map(tuple, placed)), tuple(others)


def decided(questions: Iterable[Question], meeting: str) -> tuple[str, ...]:
    """What was decided at a meeting, in the order in which it was asked about."""
    own = [question for question in questions if question.meeting == meeting and question.decision]
    ordered = sorted(own, key=lambda question: (question.asked, question.question))
    return tuple(dict.fromkeys(question.decision for question in ordered))


def _had_been_asked(question: Question, meeting: str, by_code: Mapping[str, Meeting]) -> bool:
    if question.meeting == meeting:
        return True
    return {question.meeting, meeting} <= by_code.keys() and by_code[question.meeting].date < by_code[meeting].date


def _subject(data: BoardData, question: Question) -> str:
    """The titles of the goals that a question is about."""
    codes = agenda.about(data, question.address)
    return join([data.goals[code].title for code in codes if code in data.goals])


def _in_words(question: Question, earlier: str, about: str = "") -> PointQuestions:
    day = day_name(question.asked)
    when = _("{day}, at the meeting “{title}”").format(day=day, title=earlier) if earlier else day
    return PointQuestions(
        " · ".join(filter(None, (about, when))), question.text, question.answer, question.decision, bool(earlier)
    )
