"""Every error that kg raises on purpose, named by who must act."""


class KgError(Exception):
    """The root: its message has the offending value, what was allowed, and where."""


class InputError(KgError):
    """A document cannot be read; whoever chose the input must act."""


class OntologyError(KgError):
    """A file below ``ontology/`` is wrong; its author must act. The message starts with ``file:line:``."""


class StoreError(KgError):
    """The store or an output folder cannot be used as asked; whoever runs the machine must act."""


class UsageError(KgError):
    """A caller asked for something that does not exist: a saved question, a parameter, a name."""
