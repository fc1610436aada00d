"""Questions made to cost a search engine its time, memory or stack: each is answered or refused, alone and
many at once, for a small part of what the deadline would allow, and none is remembered by the server's memory.
"""

import concurrent.futures
import http.client
import tempfile
import unittest
import urllib.parse

import real_server
import sanitizers
import tables

DEADLINE = 9
# Seconds of the processor: how long it takes depends on what else the machine does.
MOST_COST = sanitizers.time_limit(0.3)
MEMORY_NOISE = sanitizers.memory_limit(32 << 20)
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
                                            '--deadline-ms', str(DEADLINE * 1000))
        cls.addClassCleanup(cls.server.__exit__)
        cls.rows = list(tables.rows('query_bombs.tsv'))

    def ask(self, path):
        before = self.server.processor_seconds()
        try:
            status, _, body = self.server.get(path)
        except (OSError, http.client.HTTPException) as failure:
            status, body = 0, repr(failure)
        return status, body, self.server.processor_seconds() - before

    def test_are_answered_as_in_the_table_and_cost_little(self):
        dearest = (0, '')
        for place, (cell, statuses, reason) in self.rows:
            status, body, cost = self.ask(ROUTES[0] + target_of(cell))
            dearest = max(dearest, (cost, reason))
            with self.subTest(place=place, reason=reason):
                self.assertIn(str(status), statuses.split(), body[:300])
                self.assertLess(cost, MOST_COST)
        print(f'{len(self.rows)} bombs; the dearest took {dearest[0] * 1000:.0f} ms of the processor: {dearest[1]}')

    def test_harm_no_other_address(self):
        for place, (cell, _, reason) in self.rows:
            for route in ROUTES[1:]:
                status, body, cost = self.ask(route + target_of(cell))
                with self.subTest(place=place, reason=reason, route=route):
                    self.assertIn(status, (200, 400, 414), body[:300])
                    self.assertLess(cost, MOST_COST)

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
