"""What a program that was built with sanitizers is told, and what is not asked of it.

Whether it was is read from the program itself, so that no plain program is ever judged mildly.
"""

import math
import os
import pathlib

# Whatever a sanitizer reports ends the program by SIGABRT, which no test takes for anything else: at once, or,
# of what was never freed, when it would have ended.
OPTIONS = {
    'ASAN_OPTIONS': 'abort_on_error=1:verify_asan_link_order=0',
    'UBSAN_OPTIONS': 'abort_on_error=1:halt_on_error=1:print_stacktrace=1',
    'TSAN_OPTIONS': 'abort_on_error=1:halt_on_error=1',
}
SLOWNESS = {b'__asan_init': 6, b'__tsan_init': 20}


def slowness(program):
    """Returns how many times longer a program may take for what is checked at every step; 1 without."""
    content = pathlib.Path(program).read_bytes()
    return max([times for name, times in SLOWNESS.items() if name in content], default=1)


SLOWER = slowness(os.environ['TRACUU_SERVER'])
SANITIZED = SLOWER > 1


def time_limit(seconds):
    """Returns the most seconds that this build may take where a plain one may take `seconds`."""
    return seconds * SLOWER


def memory_limit(size):
    """Returns the most bytes that may be added: no number for a sanitizer, which keeps what is freed to see
    it used, and remembers every access. What is lost is told by AddressSanitizer when the program ends."""
    return math.inf if SANITIZED else size
