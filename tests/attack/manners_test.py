"""Clients without manners: that leave, never read, never finish, come in crowds. They cost the server
nothing that others would miss.
"""

import contextlib
import http.client
import resource
import socket
import struct
import tempfile
import time
import unittest

import real_server
import sanitizers

COSTLY = real_server.search(q='công nghệ thông tin', limit=100, explain=1)
PATIENCE = sanitizers.time_limit(10)
MEMORY_NOISE = sanitizers.memory_limit(64 << 20)
# Descriptors that searches open for good, when more of them run at once than before.
NEW_READERS = 20


def request(path, more=''):
    return f'GET {path} HTTP/1.1\r\nHost: a\r\n{more}\r\n'.encode()


def eventually(condition):
    end = time.monotonic() + PATIENCE
    while not (held := condition()) and time.monotonic() < end:
        time.sleep(0.02)
    return held


class Manners(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.index = cls.folder.name + '/index'
        real_server.index_pages(cls.index, real_server.CORPUS)

    def start(self, *options):
        server = real_server.RealServer(self.index, '--cache-bytes', '0', *options)
        self.enterContext(server)
        return server

    def connect(self, server, receive_buffer=None):
        client = socket.socket()
        client.settimeout(PATIENCE)
        if receive_buffer:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        client.connect(('127.0.0.1', server.port))
        return self.enterContext(contextlib.closing(client))

    def assert_served(self, server, source='127.0.0.1'):
        """Asks, as a polite client would, from another address when told to."""
        polite = http.client.HTTPConnection('127.0.0.1', server.port, timeout=PATIENCE,
                                            source_address=(source, 0))
        with contextlib.closing(polite):
            polite.request('GET', real_server.search(q='nghị quyết 36'))
            self.assertEqual(polite.getresponse().status, 200)

    def assert_at_rest(self, server, descriptors):
        def rests():
            figures = server.figures()
            return (figures['tracuu_search_queue_depth'] == 0 and
                    figures['tracuu_searches_in_flight'] == 0 and
                    server.descriptors() < descriptors + NEW_READERS)
        self.assertTrue(eventually(rests), (server.figures(), server.descriptors()))

    def leave(self, client, by_reset):
        if by_reset:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
        client.close()

    def test_what_is_asked_by_clients_that_leave_is_not_worked_on(self):
        server = self.start('--threads', '1', '--deadline-ms', '9000')
        descriptors = server.descriptors()
        rounds = 20
        before = server.processor_seconds()
        for _ in range(rounds):
            server.get(COSTLY)
        cost = (server.processor_seconds() - before) / rounds
        crowd = 60
        before = server.processor_seconds()
        clients = [self.connect(server) for _ in range(crowd)]
        for client in clients:
            client.sendall(request(COSTLY))
        for number, client in enumerate(clients):
            self.leave(client, by_reset=number % 4 != 0)
        self.assert_at_rest(server, descriptors)
        spent = server.processor_seconds() - before
        left = server.figures()['tracuu_http_requests_total{code="499",route="none"}']
        print(f'{crowd} clients left: {left:.0f} were noticed in the queue; {spent / cost:.0f} answers of work')
        # How many are noticed in the queue depends on who is faster, what they cost does not.
        self.assertGreater(left, 0)
        self.assertLess(spent, 0.75 * crowd * cost)
        self.assert_served(server)

    def test_exports_of_clients_that_leave_end(self):
        server = self.start()
        descriptors = server.descriptors()
        for number in range(40):
            client = self.connect(server, receive_buffer=4096)
            client.sendall(request('/api/v1/export.ndjson'))
            self.assertTrue(client.recv(100))
            self.leave(client, by_reset=number % 2)
        self.assert_at_rest(server, descriptors)
        self.assertEqual(server.troubles(), [])

    def test_who_pipelines_and_never_reads_gets_no_more_than_one_answer_made(self):
        server = self.start('--threads', '1', '--deadline-ms', '9000')
        memory = server.memory()
        for _ in range(20):
            client = self.connect(server, receive_buffer=4096)
            client.sendall(request(COSTLY) * 100)
        self.assert_served(server)
        time.sleep(1)
        self.assert_served(server)
        self.assertLess(server.memory() - memory, MEMORY_NOISE)

    def test_who_never_finishes_a_head_keeps_nobody_else_out(self):
        server = self.start()
        loris = [self.connect(server) for _ in range(100)]
        for client in loris:
            with contextlib.suppress(OSError):
                client.sendall(b'GET / HTTP/1.1\r\nX: ')
        start = time.monotonic()
        self.assert_served(server, source='127.0.0.2')
        self.assertLess(time.monotonic() - start, sanitizers.time_limit(1))

    def test_a_crowd_over_the_limit_of_descriptors_is_survived(self):
        server = self.start('--connections-per-address', '512')
        limit = server.descriptors() + 20
        resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE, (limit, limit))
        early = self.connect(server)
        early.sendall(request('/healthz'))
        self.assertIn(b'200 OK', early.recv(4096))
        crowd = [self.connect(server) for _ in range(60)]
        for client in crowd:
            with contextlib.suppress(OSError):
                client.sendall(request('/healthz'))
        self.assertTrue(eventually(lambda: any('Too many open files' in line for line in server.troubles())))
        early.sendall(request('/healthz'))
        self.assertIn(b'200 OK', early.recv(4096), 'who was let in is served on')
        self.assertTrue(eventually(
            lambda: any('Too many open files' in line for line in server.troubles())))
        for client in crowd:
            self.leave(client, by_reset=False)
        self.assertTrue(eventually(lambda: server.descriptors() < limit - 10))
        self.assert_served(server)
        self.assertLess(len(server.troubles()), 10, 'a famine is told once, not at every turn')

    def test_an_address_without_end_is_answered_and_not_reset(self):
        server = self.start()
        for start, status in ((b'GET /', b'414'), (b'GET / HTTP/1.1\r\nHost: a\r\nX: ', b'431')):
            client = self.connect(server)
            with contextlib.suppress(OSError):
                client.sendall(start + b'a' * 3_000_000)
            self.assertIn(b'HTTP/1.1 ' + status, client.recv(4096))
            counted = 'tracuu_http_requests_total{code="%s",route="none"}' % status.decode()
            self.assertTrue(eventually(lambda: server.figures().get(counted) == 1))

    def test_a_half_closed_client_is_answered(self):
        server = self.start()
        client = self.connect(server)
        client.sendall(request(real_server.search(q='viễn thông')))
        client.shutdown(socket.SHUT_WR)
        received = b''
        while chunk := client.recv(65536):
            received += chunk
        self.assertIn(b'HTTP/1.1 200', received)
        self.assertTrue(received.endswith(b'}\n') or received.endswith(b'}'), received[-20:])


if __name__ == '__main__':
    unittest.main()
