"""A real proxy with TLS in front of a server, as docs/operation.md has it: nginx, its certificate made here."""

import datetime as dt
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.helpers.databases import free_port

SHIPPED = Path(__file__).parents[2] / "deploy" / "nginx.conf"
PATIENCE = 30
AROUND = """
daemon off;
user root;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 1;
worker_shutdown_timeout 1s;  # sockets of a configuration that is replaced are not waited for
events {{ worker_connections 2048; }}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {upstream}
    include {folder}/malbild.conf;
}}
"""


class Nginx:
    """An nginx in a folder of its own: the shipped configuration, with changes."""

    def __init__(self, folder: Path, port: int, servers: list[int]) -> None:
        self.folder, self.port, self.servers = folder, port, servers
        self.certificate = folder / "malbild.crt"
        self.address = f"https://127.0.0.1:{port}"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def trust(self) -> ssl.SSLContext:
        """What trusts its certificate."""
        return ssl.create_default_context(cafile=str(self.certificate))

    def configure(self, **changes: str) -> None:
        """Write the configuration, with `key=value` in place of what the shipped one has, or after it; use it."""
        words = SHIPPED.read_text()
        for before, after in (
            ("listen 443 ssl;", f"listen 127.0.0.1:{self.port} ssl;"),
            ("malbild.kommun.example", "127.0.0.1"),
            ("/etc/ssl/", f"{self.folder}/"),
            ("http://127.0.0.1:8501", "http://malbild"),
            *changes.items(),
        ):
            assert before in words, before
            words = words.replace(before, after)
        (self.folder / "malbild.conf").write_text(words)
        if self._process:
            subprocess.run([_program(), "-c", self.folder / "nginx.conf", "-s", "reload"], check=True)

    def start(self) -> None:
        """Start it and wait until it listens."""
        servers = " ".join(f"server 127.0.0.1:{port} max_fails=1 fail_timeout=5s;" for port in self.servers)
        spread = "hash $http_x_client$cookie_malbild consistent;" if len(self.servers) > 1 else ""
        around = AROUND.format(folder=self.folder, upstream=f"upstream malbild {{ {spread} {servers} }}")
        if os.geteuid():
            around = around.replace("user root;\n", "")
        (self.folder / "nginx.conf").write_text(around)
        self._process = subprocess.Popen([_program(), "-c", self.folder / "nginx.conf"], stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self._process.poll() is None, (self.folder / "error.log").read_text()
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        raise AssertionError("nginx does not listen")

    def stop(self) -> None:
        """Stop it."""
        assert self._process
        self._process.terminate()
        self._process.wait(PATIENCE)


@contextmanager
def proxy(folder: Path, *servers: int, port: int = 0, **changes: str) -> Iterator[Nginx]:
    """An nginx in front of these ports of the machine itself."""
    folder.mkdir()
    nginx = Nginx(folder, port or free_port(), list(servers))
    _certify(folder)
    nginx.configure(**changes)
    nginx.start()
    try:
        yield nginx
    finally:
        nginx.stop()


def _program() -> str:
    path = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    assert path, "nginx is not installed: the tests need a real proxy (see README)"
    return path


def _certify(folder: Path) -> None:
    """Make a key and a certificate for 127.0.0.1 that its own key has signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "malbild.crt").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    kind = serialization.PrivateFormat.PKCS8
    bare = key.private_bytes(serialization.Encoding.PEM, kind, serialization.NoEncryption())
    (folder / "malbild.key").write_bytes(bare)
