"""Slides as HTML: on the projector, on the presenter's screen, on a follower's phone."""
