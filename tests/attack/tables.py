"""Rows of the tables that the tests of both languages read."""

import re

import real_server


def rows(name):
    """Yields the place and the cells of each row."""
    path = real_server.ROOT / 'tests' / 'tables' / name
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        if line and not line.startswith('#'):
            yield f'{path}:{number}', line.split('\t')


def wire_bytes(cell):
    """Returns what a cell stands for: ‹00› a byte, ‹x*50› a text fifty times, ‹0xcc81*50› two bytes."""
    def expanded(inside):
        text, star, times = inside.rpartition('*')
        if not star:
            return bytes.fromhex(inside)
        once = bytes.fromhex(text[2:]) if text.startswith('0x') else text.encode()
        return once * int(times)
    parts = re.split('‹([^›]*)›', cell)
    return b''.join(expanded(part) if at % 2 else part.encode() for at, part in enumerate(parts))
