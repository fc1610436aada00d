"""Everything at once for long: people, programs, attackers, and pages that come and go while `update`
publishes them. No answer is wrong, none fails but those that are shed, and nothing grows.
TRACUU_LONG=1: half an hour; a minute for programs with a sanitizer.
"""

import http.client
import collections
import contextlib
import json
import random
import shutil
import socket
import tempfile
import threading
import time
import unittest
import urllib.parse
from pathlib import Path

import real_server
import sanitizers
import tables

SECONDS = 1800 if real_server.LONG else 60 if sanitizers.SANITIZED else 15
WARM = SECONDS / 5
MEMORY_NOISE = sanitizers.memory_limit(48 << 20)
DESCRIPTOR_NOISE = 40
SEED = 36
SHEDDING = {'queue_full', 'deadline_passed', 'deadline_exceeded', 'too_many_connections'}
# The server closes a connection that is idle for half a minute, which this machine may be, too.
LONG_IDLE = 20
QUESTIONS = ['nghị quyết 36', 'cong nghe thong tin', '"chính quyền điện tử"', 'viễn thông OR CNTT', 'hải phòng 2014',
             'chuyển đổii số', '36-NQ/TW', 'cntt -mạng', '']
GOOD = ([real_server.search(q=q, **more) for q in QUESTIONS
         for more in ({}, {'sort': 'newest', 'limit': 50}, {'province': 'hai phong'}, {'facets': 'none', 'offset': 20})] +
        ['/api/v1/suggest?q=ngh', '/api/v1/facets/province?q=h', '/api/v1/documents/36-NQ%2FTW', '/api/v1/provinces',
         '/api/v1/stats', '/api/v1/export.csv?q=c%C3%B4ng', '/api/v1/export.ndjson', '/api/v1/feed.atom', '/', '/healthz',
         '/readyz', '/openapi.json', '/?q=ngh%E1%BB%8B+quy%E1%BA%BFt'])
BAD = [('/api/v1/search?q=a&colour=red', 400), ('/api/v1/search?limit=-1', 400), ('/%zz', 400), ('/no/such', 404),
       ('/api/v1/articles/none', 404), ('/../../etc/passwd', 400)]
RAW = [b'GET / HTTP/1.1\r\nX: ', b'GET /' + b'a' * 9000, b'\x16\x03\x01\x02\x00', b'POST / HTTP/1.1\r\nHost: a\r\n\r\n',
       b'GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n', b'',
       b'GET /api/v1/export.ndjson HTTP/1.1\r\nHost: a\r\n\r\n' * 20]


class Soak(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.pages = self.folder / 'pages'
        self.pages.mkdir()
        self.captures = sorted(path for path in real_server.CORPUS.rglob('*.txt'))
        for capture in self.captures:
            shutil.copy(capture, self.pages)
        self.index = self.folder / 'index'
        self.legal = {}  # generation -> how many articles it has
        self.segments = set()  # whether generations had a second one
        self.publish('build')
        self.server = self.enterContext(real_server.RealServer(self.index, '--threads', '4', '--deadline-ms', '9000'))
        self.told = collections.Counter()
        self.wrong = []
        self.lock = threading.Lock()
        self.stopping = threading.Event()

    def publish(self, *command):
        summary = real_server.index_pages(self.index, self.pages, command=command)
        if summary['generation']:
            self.legal[summary['generation']] = summary['articles']
            self.segments.add((self.index / summary['generation'] / 'delta').exists())

    def note(self, wrong=None, status=None):
        with self.lock:
            self.told[status] += status is not None
            if wrong:
                self.wrong.append(wrong)

    def check(self, path, status, body):
        if status == 503:
            code = json.loads(body)['code']
            return None if code in SHEDDING else (path, body)
        if status != 200:
            return path, status, body[:300]
        if path == real_server.search(q=''):
            answer = json.loads(body)
            generation = answer['index']['generation']
            # A generation is served before its `update` has told us of it.
            if generation in self.legal and answer['total'] != self.legal[generation]:
                return path, generation, answer['total'], self.legal[generation]
        if path.endswith('.ndjson'):
            lines = body.splitlines()
            last = json.loads(lines[-1])['export']
            if not last['complete'] or last['rows'] != len(lines) - 1:
                return path, last, len(lines)
        return None

    def ask(self, draw):
        connection, used = None, 0.0
        while not self.stopping.is_set():
            if time.monotonic() - used > LONG_IDLE:
                connection = None
            path, expected = draw.choice(BAD) if draw.random() < 0.1 else (draw.choice(GOOD), None)
            try:
                connection = connection or http.client.HTTPConnection('127.0.0.1', self.server.port, timeout=30)
                connection.request('GET', path)
                answer = connection.getresponse()
                body = answer.read()
                used = time.monotonic()
            except (OSError, http.client.HTTPException) as failure:
                self.note(wrong=(path, repr(failure), time.monotonic() - used))
                connection = None
                continue
            wrong = self.check(path, answer.status, body) if expected is None else (
                None if answer.status in (expected, 503) else (path, answer.status, body[:300]))
            self.note(wrong, answer.status)
        if connection:
            connection.close()

    def annoy(self, draw):
        """Sends what is no request, or leaves before the answer."""
        while not self.stopping.is_set():
            with contextlib.suppress(OSError), contextlib.closing(socket.create_connection(
                    ('127.0.0.1', self.server.port), timeout=5, source_address=('127.0.0.9', 0))) as client:
                client.sendall(draw.choice(RAW))
                if draw.random() < 0.5:
                    client.recv(1000)
                time.sleep(draw.random() / 10)

    def throw_bombs(self, draw):
        bombs = [cell for _, (cell, _, _) in tables.rows('query_bombs.tsv') if not cell.startswith('?')]
        while not self.stopping.is_set():
            question = urllib.parse.quote(tables.wire_bytes(draw.choice(bombs)), safe='')
            try:
                status, _, body = self.server.get('/api/v1/search?q=' + question)
            except (OSError, http.client.HTTPException) as failure:
                self.note(wrong=(question[:80], repr(failure)))
                continue
            self.note(None if status in (200, 400, 414, 503) else (question[:80], status, body[:300]), status)

    def change_pages(self, draw):
        while not self.stopping.is_set():
            # One page goes into a segment of its own beside the old one, five make all be written anew.
            for capture in draw.sample(self.captures, draw.choice([1, 5])):
                page = self.pages / capture.name
                if page.exists():
                    page.unlink()
                else:
                    shutil.copy(capture, page)
            self.publish('update', '--prune')
            self.stopping.wait(5 if real_server.LONG else 0.5)

    def test_of_everything_at_once(self):
        tasks = [self.ask] * 4 + [self.annoy] * 2 + [self.throw_bombs, self.change_pages]
        threads = [threading.Thread(target=task, args=(random.Random(SEED + number),))
                   for number, task in enumerate(tasks)]
        for thread in threads:
            thread.start()
        memory, descriptors = [], []
        try:
            time.sleep(WARM)
            for _ in range(20):
                time.sleep((SECONDS - WARM) / 20)
                self.assertIsNone(self.server.process.poll(), self.server.no_records())
                memory.append(self.server.memory())
                descriptors.append(self.server.descriptors())
        finally:
            self.stopping.set()
            for thread in threads:
                thread.join()
        half = len(memory) // 2
        print(f'{sum(self.told.values())} answers {dict(self.told)} over {len(self.legal)} generations; memory '
              f'{max(memory[:half]) >> 20} -> {max(memory[half:]) >> 20} MiB, descriptors {max(descriptors)}')
        self.assertEqual(self.wrong, [])
        self.assertLessEqual(set(self.told), {200, 400, 404, 414, 503})
        self.assertGreater(len(self.legal), 3)
        self.assertEqual(self.segments, {False, True})
        self.assertLess(max(memory[half:]), max(memory[:half]) + MEMORY_NOISE)
        self.assertLess(max(descriptors[half:]), max(descriptors[:half]) + DESCRIPTOR_NOISE)
        self.assertEqual(self.server.troubles(), [])
        self.assertEqual(self.server.figures()['tracuu_reload_errors_total'], 0)
        self.assertEqual(self.server.stop(), 0)


if __name__ == '__main__':
    unittest.main()
