"""Questions made to cost a search engine its time, memory or stack: each is answered or refused within
the deadline, alone and many at once, and none is remembered by the server's memory.
"""

import concurrent.futures
import http.client
import tempfile
import time
import unittest
import urllib.parse

import real_server
import tables

DEADLINE = 1.0
GRACE = 1.0  # on a machine that does other things too
MEMORY_NOISE = 32 << 20
# What may stand in a target as it is; the rest is escaped, as a browser does.
PLAIN = "!#$%&'()*+,-./:;=?@[]_~"
ROUTES = ['/api/v1/search', '/api/v1/suggest', '/', '/api/v1/export.ndjson', '/api/v1/feed.atom',
          '/api/v1/facets/official']


def target_of(cell):
    """Returns the query of an address: the row's own, or its text as the question."""
    if cell.startswith('?'):
        return urllib.parse.quote(tables.wire_bytes(cell), safe=PLAIN)
    return '?q=' + urllib.parse.quote(tables.wire_bytes(cell), safe='')


class Bombs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        index = cls.folder.name + '/index'
        real_server.index_pages(index, real_server.CORPUS)
        cls.server = real_server.RealServer(index, '--cache-bytes', '0',
                                            '--deadline-ms', str(int(DEADLINE * 1000)))
        cls.addClassCleanup(cls.server.__exit__)
        cls.rows = list(tables.rows('query_bombs.tsv'))

    def ask(self, path):
        start = time.monotonic()
        try:
            status, _, body = self.server.get(path)
        except (OSError, http.client.HTTPException) as failure:
            return 0, repr(failure), time.monotonic() - start
        return status, body, time.monotonic() - start

    def test_are_answered_as_in_the_table_and_in_time(self):
        slowest = (0, '')
        for place, (cell, statuses, reason) in self.rows:
            status, body, took = self.ask(ROUTES[0] + target_of(cell))
            slowest = max(slowest, (took, reason))
            with self.subTest(place=place, reason=reason):
                self.assertIn(str(status), statuses.split(), body[:300])
                self.assertLess(took, DEADLINE + GRACE)
        print(f'{len(self.rows)} bombs; slowest {slowest[0] * 1000:.0f} ms: {slowest[1]}')

    def test_harm_no_other_address(self):
        for place, (cell, _, reason) in self.rows:
            for route in ROUTES[1:]:
                status, body, took = self.ask(route + target_of(cell))
                with self.subTest(place=place, reason=reason, route=route):
                    self.assertIn(status, (200, 400, 414), body[:300])
                    self.assertLess(took, DEADLINE + GRACE)

    def test_many_at_once_leave_memory_as_it_was(self):
        paths = [route + target_of(cell) for _, (cell, _, _) in self.rows for route in ROUTES[:2]]

        def storm():
            with concurrent.futures.ThreadPoolExecutor(8) as clients:
                return {answer[0] for answer in clients.map(self.ask, paths)}

        statuses = storm()
        before = self.server.memory()
        for _ in range(10 if real_server.LONG else 2):
            statuses |= storm()
        self.assertLessEqual(statuses, {200, 400, 414, 503})
        self.assertLess(self.server.memory(), before + MEMORY_NOISE)
        self.assertEqual(self.server.troubles(), [])
        self.assertIsNone(self.server.process.poll())


if __name__ == '__main__':
    unittest.main()
