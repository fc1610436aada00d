"""A real index and a real server of this build, for scripts that try to break them.

TRACUU_INDEXER and TRACUU_SERVER name the programs, TRACUU_LONG=1 asks for the long run.
"""

import http.client
import json
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import urllib.parse

import sanitizers

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / 'corpus' / 'articles'
LONG = bool(os.environ.get('TRACUU_LONG'))


def with_ours(environment):
    return {**os.environ, **sanitizers.OPTIONS, **(environment or {})}


def index_pages(index, *pages, command=('build',), environment=None):
    """Builds or updates an index; fails loudly."""
    done = subprocess.run(
        [os.environ['TRACUU_INDEXER'], *command, '--quiet', '--index', str(index), *map(str, pages)],
        capture_output=True, text=True, check=False, env=with_ours(environment))
    assert done.returncode == 0, (done.returncode, done.stderr)
    return json.loads(done.stdout)


class RealServer:
    """A tracuu-server on a free port, its log in a file; ends with the `with` block, and must end well:
    what a sanitizer found makes it end otherwise."""

    def __init__(self, index, *options, environment=None):
        self.log = tempfile.NamedTemporaryFile(suffix='.log')
        self.process = subprocess.Popen(
            [os.environ['TRACUU_SERVER'], '--index', str(index), '--port', '0', *options],
            stdout=subprocess.PIPE, stderr=self.log, text=True,
            env=with_ours(environment))
        line = self.process.stdout.readline()
        found = re.fullmatch(r'listening on http://127\.0\.0\.1:(\d+)/\n', line)
        assert found, (line, self.log_text())
        self.port = int(found[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            code = self.stop()
            assert code == 0, (code, '\n'.join(self.no_records()))
            assert not self.no_records(), '\n'.join(self.no_records())
        finally:
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
            self.log.close()

    def log_text(self):
        return pathlib.Path(self.log.name).read_text()

    def log_records(self):
        """Returns the lines of the log that tell of a request."""
        records = [json.loads(line) for line in self.log_text().splitlines()]
        return [record for record in records if 'request_id' in record]

    def no_records(self):
        """Returns what somebody else than the log wrote: a sanitizer, a library that ends the program."""
        return [line for line in self.log_text().splitlines() if line[:1] != '{']

    def troubles(self):
        """Returns the lines of the log that tell of a failure."""
        return [line for line in self.log_text().splitlines() if '"level":"error"' in line]

    def get(self, path, headers=None, timeout=30):
        """Returns status, headers and body of one answer over a connection of its own."""
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=timeout)
        try:
            connection.request('GET', path, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def figures(self):
        """Returns the figures of /metrics by name and labels."""
        status, _, body = self.get('/metrics')
        assert status == 200, status
        lines = [line for line in body.decode().splitlines() if line and line[0] != '#']
        return {name: float(value) for name, value in (line.rsplit(' ', 1) for line in lines)}

    def memory(self):
        """Returns the bytes of memory that are the process's own: files it maps are not."""
        status = pathlib.Path(f'/proc/{self.process.pid}/status').read_text()
        return int(re.search(r'RssAnon:\s+(\d+) kB', status)[1]) * 1024

    def descriptors(self):
        return len(os.listdir(f'/proc/{self.process.pid}/fd'))

    def processor_seconds(self):
        fields = pathlib.Path(f'/proc/{self.process.pid}/stat').read_text().rsplit(')', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')

    def stop(self):
        """Asks it to end; returns its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=sanitizers.time_limit(30))


def search(**parameters):
    """Returns the address of a search."""
    return '/api/v1/search?' + urllib.parse.urlencode(parameters, doseq=True)
