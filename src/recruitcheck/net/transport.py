"""The way out: TLS verified, the deadline kept on every byte, and failures told in words of ours."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from recruitcheck.errors import NetworkError
from recruitcheck.net.address import LOOPBACK
from recruitcheck.net.clock import Deadline
from recruitcheck.net.retry import PassingError


class _Stream(httpcore.NetworkStream):
    """A connection on which not even a header that drips can outlast the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.bounded(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.bounded(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.bounded(timeout))
        return _Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    def __init__(self, deadline: Deadline) -> None:
        self._inner = httpcore.SyncBackend()
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        bounded = self._deadline.bounded(timeout)
        return _Stream(self._inner.connect_tcp(host, port, bounded, local_address, socket_options), self._deadline)


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any, host: str, deadline: Deadline) -> None:
        self._stream, self._host, self._deadline = stream, host, deadline

    def __iter__(self) -> Iterator[bytes]:
        with told(self._host, self._deadline):
            yield from self._stream

    def close(self) -> None:
        self._stream.close()


class Transport(httpx.BaseTransport):
    """HTTP/1.1 over connections that keep the deadline; through the proxy that the environment names."""

    def __init__(self, deadline: Deadline, tls: ssl.SSLContext | None = None) -> None:
        self._deadline = deadline
        self._tls = tls
        self._pools: dict[tuple[str, str | None], httpcore.ConnectionPool] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; PassingError or NetworkError for what goes wrong below HTTP."""
        host = request.url.host
        sent = httpcore.Request(
            request.method,
            httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with told(host, self._deadline):
            answer = self._pool(request.url.scheme, proxy_for(request.url)).handle_request(sent)
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer.stream, host, self._deadline),
            extensions=answer.extensions,
        )

    def _pool(self, scheme: str, proxy: str | None) -> httpcore.ConnectionPool:
        if (scheme, proxy) not in self._pools:
            if scheme == "https" and self._tls is None:
                self._tls = httpx.create_ssl_context()
            self._pools[scheme, proxy] = httpcore.ConnectionPool(
                ssl_context=self._tls,
                proxy=_proxy(proxy) if proxy else None,
                network_backend=_Backend(self._deadline),
            )
        return self._pools[scheme, proxy]

    def close(self) -> None:
        """Close every connection."""
        for pool in self._pools.values():
            pool.close()


def proxy_for(url: httpx.URL) -> str | None:
    """The proxy that ``HTTPS_PROXY``, ``ALL_PROXY`` or the system names; none for ``NO_PROXY`` and this machine."""
    if url.host in LOOPBACK or proxy_bypass(url.host):
        return None
    known = getproxies()
    return known.get(url.scheme) or known.get("all")


def _proxy(given: str) -> httpcore.Proxy:
    url = httpx.URL(given if "://" in given else f"http://{given}")
    if url.scheme not in ("http", "https"):
        raise NetworkError(
            f"a proxy of the kind {url.scheme}:// is not supported.", todo="Set HTTPS_PROXY to an http:// proxy."
        )
    auth = (url.username, url.password) if url.username else None
    return httpcore.Proxy(str(url.copy_with(username=None, password=None)), auth=auth)


@contextmanager
def told(host: str, deadline: Deadline) -> Iterator[None]:
    """Turn what the connection raises into one line; what may pass is a PassingError."""
    try:
        yield
    except httpcore.TimeoutException as error:
        deadline.check()
        what = "could not be reached in time" if isinstance(error, httpcore.ConnectTimeout) else "stopped answering"
        raise PassingError(f"{host} {what}.") from error
    except httpcore.ProxyError as error:
        raise NetworkError(f"the proxy refused the way to {host} ({error}).", todo="Check HTTPS_PROXY.") from error
    except httpcore.ConnectError as error:
        raise _unreached(host, error) from error
    except (httpcore.NetworkError, httpcore.RemoteProtocolError) as error:
        raise PassingError(f"{host} broke off ({error or 'connection closed'}).") from error
    except (httpcore.LocalProtocolError, httpcore.UnsupportedProtocol) as error:
        raise NetworkError(f"{host} cannot be asked ({error}).") from error


def _unreached(host: str, error: BaseException) -> NetworkError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return NetworkError(
                f"the certificate of {host} does not hold ({cause.verify_message}); nothing was fetched.",
                todo="Do not go on; if your network has a certificate authority of its own, set SSL_CERT_FILE.",
            )
        cause = cause.__cause__ or cause.__context__
    return PassingError(f"{host} cannot be reached ({error}).")
