"""A wall clock that jumps by decades, while the programs run: deadlines, limits and generations do not
follow it.
"""

import http.client
import mmap
import os
import struct
import tempfile
import time
import unittest
from email.utils import parsedate_to_datetime
from pathlib import Path

import real_server

YEAR = 365 * 24 * 3600
JUMPS = [30 * YEAR, -40 * YEAR, -3600, 0]


class Clock(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        file = self.enterContext(open(self.folder / 'clock', 'w+b'))
        file.write(bytes(mmap.PAGESIZE))
        file.flush()
        self.clock = self.enterContext(mmap.mmap(file.fileno(), mmap.PAGESIZE))
        self.environment = {'LD_PRELOAD': os.environ['TRACUU_CLOCK_LIBRARY'],
                            'TRACUU_CLOCK': str(self.folder / 'clock')}
        self.index = self.folder / 'index'
        real_server.index_pages(self.index, real_server.CORPUS, environment=self.environment)

    def jump(self, seconds):
        self.clock[:8] = struct.pack('=q', seconds)

    def start(self, *options):
        return self.enterContext(real_server.RealServer(self.index, *options, environment=self.environment))

    def test_that_jumps_keeps_deadlines_and_connections(self):
        server = self.start('--cache-bytes', '0')
        connection = http.client.HTTPConnection('127.0.0.1', server.port, timeout=10)
        self.addCleanup(connection.close)
        connection.connect()
        socket = connection.sock
        for seconds in JUMPS:
            self.jump(seconds)
            connection.request('GET', real_server.search(q='nghị quyết 36'))
            answer = connection.getresponse()
            answer.read()
            self.assertEqual(answer.status, 200, seconds)
            self.assertIs(connection.sock, socket, 'the connection was cut')
            date = parsedate_to_datetime(answer.headers['Date']).timestamp()
            self.assertAlmostEqual(date - time.time(), seconds, delta=60, msg='the jump is not seen')
        self.assertEqual(server.troubles(), [])

    def test_that_jumps_neither_opens_nor_closes_the_limit_of_the_rate(self):
        server = self.start('--rate-limit', '2/s:4')

        def ask():
            return server.get('/api/v1/stats')[0]

        while ask() == 200:
            pass
        for seconds in JUMPS:
            self.jump(seconds)
            answers = [ask() for _ in range(10)]
            self.assertIn(429, answers, f'a jump of {seconds} s gave a burst away')
            time.sleep(1)
            self.assertEqual(ask(), 200, f'a jump of {seconds} s keeps everybody out')

    def test_that_jumps_lets_generations_count_on(self):
        server = self.start()
        newest = self.folder / 'new.jsonl'
        for number, seconds in enumerate(JUMPS):
            self.jump(seconds)
            newest.write_text('{"id": "new-%d", "title": "Tin mới %d", "text": "Đồng hồ nhảy."}\n' % (number, number))
            summary = real_server.index_pages(self.index, newest, command=('update',), environment=self.environment)
            self.assertEqual(summary['generation'], f'gen-{number + 2:06}')
            end = time.monotonic() + 10
            while (status := server.get(f'/api/v1/articles/new-{number}')[0]) != 200 and time.monotonic() < end:
                time.sleep(0.05)
            self.assertEqual(status, 200, 'the new generation is not served')


if __name__ == '__main__':
    unittest.main()
