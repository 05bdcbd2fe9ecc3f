"""Our few exceptions; the text of each is the sentence a user or a maintainer reads."""


class BodobotError(Exception):
    """Something that the person at the keyboard can put right; its text says what and how."""


class KnowledgeError(BodobotError):
    """The knowledge does not load; every problem found is in the text, one a line."""


class SettingsError(BodobotError):
    """A setting is missing or cannot be used."""


class StorageError(BodobotError):
    """The database cannot be opened or does not answer."""


class OutputError(BodobotError):
    """What was said could not be written."""


class ChartError(BodobotError):
    """A chart cannot be drawn as a picture."""
