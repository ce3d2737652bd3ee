"""The XML beneath the objects of python-pptx and python-docx, which have no public name for it.

Neither library has an interface for fields, header rows, languages or native charts in Word. Only this module goes
below them; the other modules of the package call it.
"""

from typing import Any


def xml_of(thing: Any) -> Any:
    """The element of a slide, shape, paragraph, run, table, axis or part."""
    return thing._element  # both libraries call it so in every class


def text_body(frame: Any) -> Any:
    """The element of a text frame of python-pptx, the one class that names it otherwise."""
    return frame._txBody


def slide_list(presentation: Any) -> Any:
    """The element that lists a presentation's slides; python-pptx can add to it and not remove."""
    return presentation.slides._sldIdLst


def replace_content(part: Any, content: bytes) -> None:
    """Put other bytes into a part that python-pptx does not parse, such as a theme."""
    part._blob = content
