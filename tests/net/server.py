"""A server on this machine that behaves as badly as a test asks, and time that passes when it is told to."""

from __future__ import annotations

import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from typing import IO

import pytest

from recruitcheck.net import Clock

PATIENCE = 5.0  # seconds after which a handler gives up, whatever a test forgot


@dataclass
class Asked:
    """One request as the server saw it."""

    path: str
    headers: dict[str, str]
    body: bytes = b""
    method: str = "GET"


@dataclass
class Reply:
    """An answer: ``length`` lies about the body, ``cut`` breaks off, ``stall`` goes silent, ``drip`` sends bytewise."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    no_length: bool = False
    cut: int | None = None
    stall: bool = False
    drip: bool = False
    raw: bytes | None = None  # instead of everything else


Behaviour = Reply | Callable[[Asked], Reply]


class Server:
    """Answers each path with its replies in turn; the last one stays."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.asked: list[Asked] = []
        self._script: dict[str, list[Behaviour]] = {}
        self._over = threading.Event()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._http.daemon_threads = True
        if tls is not None:
            self._http.socket = tls.wrap_socket(self._http.socket, server_side=True)
        self._scheme = "https" if tls else "http"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._http.server_address[1]}"

    def url(self, path: str) -> str:
        return f"{self._scheme}://{self.host}{path}"

    def on(self, path: str, *replies: Behaviour) -> str:
        """What to answer there; returns the address."""
        self._script[path] = list(replies)
        return self.url(path)

    def close(self) -> None:
        self._over.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(PATIENCE)

    def _take(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        rest = self._script.get(asked.path.partition("?")[0], [Reply(status=404)])
        step = rest.pop(0) if len(rest) > 1 else rest[0]
        return step(asked) if callable(step) else step

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = PATIENCE

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

            def do_GET(self) -> None:
                self._reply(b"")

            def do_POST(self) -> None:
                self._reply(self.rfile.read(int(self.headers["Content-Length"])))

            def _reply(self, body: bytes) -> None:
                reply = server._take(Asked(self.path, dict(self.headers), body, self.command))
                self.close_connection = True
                with suppress(OSError, ValueError):  # the other side has gone
                    if reply.raw is None:
                        self._head(reply)
                    server._send(self.wfile, reply)

            def _head(self, reply: Reply) -> None:
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                if not reply.no_length and reply.status != 304:
                    self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
                self.send_header("Connection", "close")
                self.end_headers()

        return Handler

    def _send(self, out: IO[bytes], reply: Reply) -> None:
        body = reply.body[: reply.cut] if reply.raw is None else reply.raw
        for start in range(0, len(body), 1 if reply.drip else len(body) or 1):
            out.write(body[start : start + 1] if reply.drip else body)
            if reply.drip:
                self._over.wait(0.001)
        out.flush()
        if reply.stall:
            self._over.wait(PATIENCE)


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    server = Server(tls)
    try:
        yield server
    finally:
        server.close()


def ranged(body: bytes, etag: str = '"one"', *, cut: int | None = None) -> Callable[[Asked], Reply]:
    """A server that gives any range of a file, breaking off after ``cut`` bytes."""

    def answer(asked: Asked) -> Reply:
        headers = {"ETag": etag, "Accept-Ranges": "bytes"}
        wanted = asked.headers.get("Range")
        if wanted is None or asked.headers.get("If-Range") != etag:
            return Reply(body, headers=headers, cut=cut)
        start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        if start >= len(body):
            return Reply(status=416, headers={"Content-Range": f"bytes */{len(body)}"})
        headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
        return Reply(body[start:], 206, headers, cut=cut)

    return answer


class Time:
    """Time that passes only when somebody sleeps, or by ``step`` at each look at it."""

    def __init__(self, step: float = 0.0) -> None:
        self.at = 1_000.0
        self.step = step
        self.slept: list[float] = []

    def monotonic(self) -> float:
        self.at += self.step
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds

    @property
    def clock(self) -> Clock:
        return Clock(self.monotonic, self.sleep, lambda: 1.0, lambda: datetime(2026, 6, 15, 12, 0, tzinfo=UTC))


def certificate(folder: Path, host: str = "127.0.0.1") -> Path:
    """A certificate of one day that nobody vouches for, with its key, in one file; made here and now."""
    program = which("openssl")
    if program is None:
        pytest.skip("the openssl program, which makes the certificate, is not here")
    key, paper = folder / "key.pem", folder / "paper.pem"
    made = [program, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    made += ["-days", "1", "-subj", f"/CN={host}", "-addext", f"subjectAltName=IP:{host}"]
    subprocess.run([*made, "-keyout", str(key), "-out", str(paper)], check=True, capture_output=True, timeout=60)
    both = folder / "both.pem"
    both.write_bytes(key.read_bytes() + paper.read_bytes())
    return both


def server_tls(both: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    return context
