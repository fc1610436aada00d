"""Load on a server: requests at moments of their own (open loop) or one after the other (closed)."""

import asyncio
import dataclasses
import json
import re
import time

HEAD_END = b'\r\n\r\n'
LENGTH = re.compile(rb'\r\nContent-Length: (\d+)\r\n')
PATIENCE = 30


@dataclasses.dataclass
class Answer:
    status: int = 0  # 0: the server closed or did not answer
    seconds: float = 0
    code: str = ''  # of a problem document
    retry_after: bool = False
    request_id: str = ''


def read_answer(received, seconds):
    """Reads a complete answer; None while bytes are missing."""
    head, end, body = received.partition(HEAD_END)
    if not end:
        return None
    length = int(LENGTH.search(head + b'\r\n')[1])
    if len(body) < length:
        return None
    answer = Answer(status=int(head[9:12]), seconds=seconds, retry_after=b'\r\nRetry-After: ' in head,
                    request_id=re.search(rb'X-Request-Id: ([^\r]*)', head)[1].decode())
    if answer.status >= 400:
        answer.code = json.loads(body[:length])['code']
    return answer


class Connection(asyncio.Protocol):
    """One connection that stays; one request at a time."""

    def __init__(self):
        self.answered = None

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.received += data
        answer = read_answer(self.received, time.monotonic() - self.sent)
        if answer and not self.answered.done():
            self.answered.set_result(answer)

    def connection_lost(self, _):
        if self.answered and not self.answered.done():
            self.answered.set_result(Answer())

    async def ask(self, path):
        self.answered = asyncio.get_running_loop().create_future()
        self.received = b''
        self.sent = time.monotonic()
        self.transport.write(f'GET {path} HTTP/1.1\r\nHost: a\r\n\r\n'.encode())
        try:
            return await asyncio.wait_for(self.answered, PATIENCE)
        except asyncio.TimeoutError:
            return Answer()


class Crowd:
    """As many connections as are needed at once, kept for the next request."""

    def __init__(self, port):
        self.port = port
        self.free = []

    async def ask(self, path):
        while self.free and self.free[-1].transport.is_closing():
            self.free.pop()
        if self.free:
            connection = self.free.pop()
        else:
            _, connection = await asyncio.get_running_loop().create_connection(
                Connection, '127.0.0.1', self.port)
        answer = await connection.ask(path)
        if answer.status:
            self.free.append(connection)
        return answer

    def leave(self):
        for connection in self.free:
            connection.transport.close()


async def closed_loop(port, paths, clients, seconds):
    """`clients` ask one request after the other; returns all answers."""
    crowd = Crowd(port)
    end = time.monotonic() + seconds
    answers = []

    async def client(number):
        while time.monotonic() < end:
            answers.append(await crowd.ask(paths[(number + len(answers)) % len(paths)]))

    await asyncio.gather(*(client(number) for number in range(clients)))
    crowd.leave()
    return answers


async def open_loop(port, paths, rate, seconds):
    """Asks `rate` times a second whatever the answers do; returns all answers."""
    crowd = Crowd(port)
    start = time.monotonic()
    asked = []
    while (due := start + len(asked) / rate) < start + seconds:
        if due > time.monotonic():
            await asyncio.sleep(due - time.monotonic())
        asked.append(asyncio.create_task(crowd.ask(paths[len(asked) % len(paths)])))
        await asyncio.sleep(0)
    answers = await asyncio.gather(*asked)
    crowd.leave()
    return answers
