"""The one entrance for every surface: a text, what was said before, and the knowledge give a reply.

Pure: the same three always give the same bytes. There is no clock, network, database or randomness below.
"""

from __future__ import annotations
