"""How long a test waits for what must come: a hang is ended, the work of a busy machine is not."""

HANG_MS = 120_000  # for a signal or a state, in this process
HANG_S = 600  # for another process or a thread; `faulthandler_timeout` is longer
