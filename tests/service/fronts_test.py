"""Puts the real nginx or Caddy, with the configuration that is installed, before a real server that wants a token
and believes this proxy only, and asks through it. Usage: fronts_test.py nginx|caddy; exit code 77: not installed."""

import gzip
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest

SOURCE = pathlib.Path(os.environ["TRACUU_SOURCE_DIR"])
NAME = "tracuu.example"
SKIPPED = 77
FRONT = ""


def free_port():
    """Returns a port that nobody listens on and that the system gives to nobody who asks for any."""
    for port in random.sample(range(15000, 32000), 100):
        with socket.socket() as probe:
            try:
                probe.bind(("", port))
                return port
            except OSError:
                continue
    raise RuntimeError("no free port")


def replaced(text, *changes):
    """Returns the text with each (old, new) of `changes`; old must be in it."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def nginx_command(folder, ports, token):
    """Writes what nginx needs around the installed file, which only gets other ports and folders."""
    site = replaced((SOURCE / "server/service/nginx.conf").read_text(),
                    ("127.0.0.1:8080", f"127.0.0.1:{ports['server']}"),
                    ("listen 80;", f"listen 127.0.0.1:{ports['plain']};"),
                    ("listen 443 ", f"listen 127.0.0.1:{ports['front']} "),
                    # A slow machine asks no more than 20 times a second itself.
                    ("rate=20r/s", "rate=1r/s"),
                    ("    listen [::]:80;\n", ""), ("    listen [::]:443 ssl http2;\n", ""),
                    ("/etc/ssl/certs/tracuu.pem", f"{folder}/certificate.pem"),
                    ("/etc/ssl/private/tracuu.key", f"{folder}/key.pem"),
                    ("/etc/nginx/tracuu-token", f"{folder}/tracuu-token"))
    (folder / "tracuu-token.conf").write_text(f'proxy_set_header Authorization "Bearer {token}";\n')
    (folder / "site.conf").write_text(site)
    folders = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in
                      ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"daemon off; {user} pid {folder}/pid; error_log {folder}/front.log; events {{}}\n"
        f"http {{ access_log off; {folders} include {folder}/site.conf; }}\n")
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "front.log")]


def caddy_command(folder, ports, _token):
    site = replaced((SOURCE / "server/service/Caddyfile").read_text(),
                    ("127.0.0.1:8080", f"127.0.0.1:{ports['server']}"),
                    (f"\n{NAME} {{", f"\nhttps://{NAME}:{ports['front']} {{\n"
                                     f"\ttls {folder}/certificate.pem {folder}/key.pem"),
                    ("\n{\n\tservers", "\n{\n\tadmin off\n\tauto_https disable_redirects\n\tservers"))
    (folder / "Caddyfile").write_text(site)
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.fields = {name.lower(): value for name, value in response.getheaders()}
        self.body = response.read()

    def comparable(self):
        """Returns what is the same however often and by whichever way one asks."""
        kept = {name: value for name, value in self.fields.items() if name in (
            "content-type", "content-length", "content-encoding", "etag", "last-modified", "vary", "location", "link",
            "allow", "cache-control", "content-disposition", "x-total-count", "x-row-count",
            "access-control-allow-origin", "content-security-policy", "x-content-type-options")}
        packed = kept.get("content-encoding") == "gzip"
        body = gzip.decompress(self.body) if packed else self.body
        # Each answer of JSON has its own times and id, so that its length, too, is its own.
        if "json" in kept.get("content-type", ""):
            body = re.sub(rb'"(took_ms|request_id)":[^,}]*', b"", body)
            kept.pop("content-length", None)
        return self.status, kept, body


class Fronts(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="tracuu-front-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.callers = 0
        cls.ports = {"front": free_port(), "plain": free_port()}
        subprocess.run([os.environ["TRACUU_INDEXER"], "build", "--quiet", "--index", cls.folder / "index",
                        *sorted((SOURCE / "corpus/articles/tuned").glob("*.txt"))[:40]],
                       check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}",
                        "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", cls.folder / "key.pem",
                        "-out", cls.folder / "certificate.pem"], check=True, stderr=subprocess.DEVNULL)
        cls.token = "0123456789abcdef0123456789abcdef"
        line = subprocess.run([os.environ["TRACUU_SERVER"], "--hash-token", "front"], input=cls.token, text=True,
                              check=True, capture_output=True).stdout
        (cls.folder / "tokens").write_text(line)
        (cls.folder / "tokens").chmod(0o600)
        cls.start_server(0)
        command = {"nginx": nginx_command, "caddy": caddy_command}[FRONT](cls.folder, cls.ports, cls.token)
        cls.start(command, "front.errors", env={**os.environ, "TRACUU_TOKEN": cls.token, "XDG_DATA_HOME": str(cls.folder),
                                                "XDG_CONFIG_HOME": str(cls.folder)})
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", cls.ports["front"])).close()
                return
            except ConnectionRefusedError:
                time.sleep(0.05)
        raise RuntimeError((cls.folder / "front.errors").read_text())

    @classmethod
    def start(cls, command, log, **how):
        with (cls.folder / log).open("a") as errors:
            process = subprocess.Popen(command, stderr=errors, **how)
        cls.addClassCleanup(cls.end, process)
        return process

    @classmethod
    def start_server(cls, port):
        cls.server = cls.start(
            [os.environ["TRACUU_SERVER"], "--index", cls.folder / "index", "--port", str(port), "--token-file",
             cls.folder / "tokens", "--proxy", "127.0.0.1", "--public-url", f"https://{NAME}"],
            "server.log", stdout=subprocess.PIPE, text=True)
        cls.ports["server"] = int(re.search(r":(\d+)/", cls.server.stdout.readline()).group(1))
        cls.server.stdout.close()

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(15)

    @classmethod
    def new_caller(cls):
        """Returns an address of this machine from which nobody has asked yet, so that no limit counts."""
        cls.callers += 1
        return f"127.1.{cls.callers // 250}.{cls.callers % 250 + 1}"

    def connection(self, through_front=True, caller=None):
        caller = caller or (self.new_caller() if through_front else "127.0.0.1")
        port = self.ports["front" if through_front else "server"]
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20, source_address=(caller, 0))
        connection.connect()
        if through_front:
            context = ssl.create_default_context(cafile=self.folder / "certificate.pem")
            connection.sock = context.wrap_socket(connection.sock, server_hostname=NAME)
        self.addCleanup(connection.close)
        return connection

    def ask(self, target, method="GET", fields=None, body=None, **how):
        connection = self.connection(**how)
        # As it stands: http.client would add an Accept-Encoding of its own, and look into the target.
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        port = self.ports["front"]
        for name, value in {"Host": f"{NAME}:{port}", **(fields or {})}.items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        return Answer(connection.getresponse())

    def ask_until_answered(self, **request):
        """Asks again where the front had closed before all was sent, as it may: the answer is then lost at times."""
        for _ in range(20):
            try:
                return self.ask(**request)
            except (OSError, http.client.BadStatusLine):
                time.sleep(0.01)
        return self.ask(**request)

    def expect_problem(self, answer):
        self.assertEqual(answer.fields["content-type"].split(";")[0], "application/problem+json")
        self.assertEqual(json.loads(answer.body)["status"], answer.status)

    def logged(self, answer):
        """Returns the line of the server's log that has the id of the answer."""
        for _ in range(100):
            for line in map(json.loads, (self.folder / "server.log").read_text().splitlines()):
                if line.get("request_id") == answer.fields["x-request-id"]:
                    return line
            time.sleep(0.05)
        self.fail(f"not logged: {answer.fields}")

    def test_passes_every_request_and_answer_on_as_it_is(self):
        for number, row in enumerate((SOURCE / "tests/tables/front_requests.tsv").read_text().splitlines(), 1):
            if row.startswith("#"):
                continue
            method, target, fields, reason = row.split("\t")
            fields = dict(field.split(": ", 1) for field in fields.split(" | ") if field)
            with self.subTest(f"front_requests.tsv:{number}: {method} {target}: {reason}"):
                straight = self.ask(target, method, {**fields, "Authorization": f"Bearer {self.token}"},
                                    through_front=False)
                self.assertEqual(self.ask(target, method, fields).comparable(), straight.comparable())

    def test_wants_the_token_of_the_front_and_nobody_elses(self):
        self.assertEqual(self.ask("/api/v1/stats", through_front=False).status, 401)
        self.assertEqual(self.ask("/api/v1/stats").status, 200)
        forged = self.ask("/api/v1/stats", fields={"Authorization": "Bearer ffffffffffffffffffffffffffffffff"})
        self.assertEqual(forged.status, 200, "the front puts its own in its place")

    def test_tells_the_client_and_believes_none_who_tells_it_himself(self):
        for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "x-forwarded-for"):
            caller = self.new_caller()
            answer = self.ask("/api/v1/provinces", fields={name: "203.0.113.9"}, caller=caller)
            self.assertEqual(self.logged(answer)["remote"], caller, name)

    def test_gives_every_request_an_id_that_stands_in_the_log(self):
        answer = self.ask("/openapi.json", fields={"X-Request-Id": "forged"})
        self.assertNotEqual(answer.fields["x-request-id"], "forged")
        self.assertEqual(self.logged(answer)["route"], "/openapi.json")

    def test_answers_304_to_who_holds_the_answer(self):
        for accepted in ("identity", "gzip"):
            fields = {"Accept-Encoding": accepted}
            tag = self.ask("/api/v1/stats", fields=fields).fields["etag"]
            again = self.ask("/api/v1/stats", fields={**fields, "If-None-Match": tag})
            self.assertEqual((again.status, again.body), (304, b""), accepted)
            self.assertEqual(again.fields["etag"].removeprefix("W/"), tag.removeprefix("W/"))

    def test_refuses_what_is_too_large_with_the_right_status(self):
        known = self.ask("/problems").body.decode()
        for what, request, status in (
                ("a target over the server's limit", {"target": "/?q=" + "a" * 5000}, 414),
                ("a target over the front's", {"target": "/?q=" + "a" * 30000}, 431 if FRONT == "caddy" else 414),
                ("a field over the server's limit", {"target": "/", "fields": {"A": "a" * 9000}}, 431),
                ("a field over the front's", {"target": "/", "fields": {"A": "a" * 30000}}, 431),
                ("a body, by the server's limit", {"target": "/", "method": "POST", "body": b"a" * 10}, 405),
                ("a large body", {"target": "/", "method": "POST", "body": b"a" * 20000}, 413)):
            answer = self.ask_until_answered(**request)
            self.assertEqual(answer.status, status, what)
            if FRONT == "nginx" or what.endswith("the server's limit"):
                self.expect_problem(answer)
                problem = json.loads(answer.body)
                self.assertEqual("request_id" in problem, what.endswith("the server's limit"), what)
                self.assertEqual((problem["type"], problem["code"] in known), (f"/problems/{problem['code']}", True), what)

    def test_keeps_a_connection_for_more_than_one_request(self):
        connection = self.connection()
        for _ in range(3):
            connection.request("GET", "/api/v1/provinces", headers={"Host": NAME})
            self.assertEqual(Answer(connection.getresponse()).status, 200)

    def test_ends_an_export_with_its_last_line(self):
        answer = self.ask("/api/v1/export.ndjson")
        last = json.loads(answer.body.splitlines()[-1])
        self.assertTrue(last["export"]["complete"])
        self.assertEqual(last["export"]["rows"], len(answer.body.splitlines()) - 1)

    def test_shows_no_figures_to_visitors(self):
        for target in ("/metrics", "/%6Detrics", "/metrics?a=b", "//metrics", "/./metrics"):
            self.assertEqual(self.ask(target).status, 404, target)

    def test_asks_browsers_to_come_back_encrypted(self):
        self.assertEqual(self.ask("/").fields["strict-transport-security"], "max-age=31536000")

    def test_speaks_http_2(self):
        if not shutil.which("curl"):
            self.skipTest("curl is not installed")
        shown = subprocess.run(
            ["curl", "--silent", "--http2", "--cacert", self.folder / "certificate.pem", "--resolve",
             f"{NAME}:{self.ports['front']}:127.0.0.1", "--path-as-is", "--output", "/dev/null", "--write-out",
             "%{http_version} %{http_code}", f"https://{NAME}:{self.ports['front']}/documents/36-NQ%2FTW"],
            capture_output=True, text=True, check=True).stdout
        self.assertEqual(shown, "2 200")

    @unittest.skipUnless("nginx" in sys.argv, "Caddy has no limits of its own, and its redirects are not ours")
    def test_of_nginx_limits_each_address_and_leads_to_tls(self):
        caller = self.new_caller()
        answers = [self.ask("/healthz", caller=caller) for _ in range(130)]
        statuses = [answer.status for answer in answers]
        self.assertIn(429, statuses)
        self.assertEqual(set(statuses), {200, 429})
        self.assertGreaterEqual(statuses.count(200), 60)
        refused = answers[statuses.index(429)]
        self.expect_problem(refused)
        self.assertEqual(refused.fields["retry-after"], "1")
        self.assertEqual(self.ask("/healthz").status, 200, "another address")
        plain = http.client.HTTPConnection("127.0.0.1", self.ports["plain"], timeout=20)
        plain.request("GET", "/documents/36-NQ%2FTW?q=a%20b", headers={"Host": NAME})
        led = Answer(plain.getresponse())
        self.assertEqual((led.status, led.fields["location"]), (308, f"https://{NAME}/documents/36-NQ%2FTW?q=a%20b"))
        plain.close()

    def test_z_tells_that_the_server_is_away_and_comes_back_with_it(self):
        self.end(self.server)
        away = self.ask("/")
        self.assertEqual((away.status, away.fields["retry-after"]), (503, "5"))
        self.expect_problem(away)
        self.start_server(self.ports["server"])
        self.assertEqual(self.ask("/").status, 200)


if __name__ == "__main__":
    FRONT = sys.argv[1]
    missing = [program for program in (FRONT, "openssl") if not shutil.which(program)]
    if missing:
        print("skipped, not installed: " + " ".join(missing))
        sys.exit(SKIPPED)
    unittest.main(argv=sys.argv[:1], verbosity=2)
