"""A time-stamping authority on this computer, made with openssl: a root, its signer, and replies to requests."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

CONFIG = """
[tsa]
default_tsa = tsa_here
[tsa_here]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


class Authority:
    """Keys and certificates in a folder of its own: a root and the signer it named."""

    def __init__(self, folder: Path, name: str = "Test authority") -> None:
        folder.mkdir()
        self.folder = folder
        self.root = folder / "root.pem"
        (folder / "serial").write_text("01\n")
        (folder / "tsa.cnf").write_text(CONFIG.format(folder=folder))
        (folder / "ext.cnf").write_text(
            "extendedKeyUsage = critical,timeStamping\nkeyUsage = critical,digitalSignature\n"
        )
        key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
        self._openssl("req", "-x509", *key, "-keyout", "root.key", "-out", "root.pem", "-subj", f"/CN={name} root")
        self._openssl("req", *key, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", f"/CN={name}")
        self._openssl("x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial",
                      "-out", "tsa.pem", "-extfile", "ext.cnf")  # fmt: skip

    def reply(self, request: bytes) -> bytes:
        """The signed reply to a request."""
        (self.folder / "request.tsq").write_bytes(request)
        self._openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "request.tsq", "-out", "reply.tsr")
        return (self.folder / "reply.tsr").read_bytes()

    def refusal(self, request: bytes) -> bytes:
        """What the authority answers when it does not know the hash algorithm: a status, and no token."""
        config = (self.folder / "tsa.cnf").read_text().replace("digests = sha256", "digests = sha512")
        (self.folder / "strict.cnf").write_text(config)
        (self.folder / "request.tsq").write_bytes(request)
        self._openssl("ts", "-reply", "-config", "strict.cnf", "-queryfile", "request.tsq", "-out", "refusal.tsr")
        return (self.folder / "refusal.tsr").read_bytes()

    def expire(self) -> None:
        """From now on it signs with a certificate of the same root that ended in 2024."""
        root = x509.load_pem_x509_certificate(self.root.read_bytes())
        signer = x509.load_pem_x509_certificate((self.folder / "tsa.pem").read_bytes())
        key = serialization.load_pem_private_key((self.folder / "root.key").read_bytes(), None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        builder = x509.CertificateBuilder(
            root.subject, signer.subject, signer.public_key(), x509.random_serial_number(),
            datetime(2023, 1, 1, tzinfo=UTC), datetime(2024, 1, 1, tzinfo=UTC),
            [*signer.extensions],
        )  # fmt: skip
        (self.folder / "tsa.pem").write_bytes(
            builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        )

    def _openssl(self, *words: str) -> None:
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)


class ChainedAuthority(Authority):
    """As the large ones are: RSA, another certificate between root and signer, both of them in the reply."""

    def __init__(self, folder: Path, *, digest: str = "sha256", names_by: str = "sha256") -> None:
        super().__init__(folder, "Chained authority")
        config = (folder / "tsa.cnf").read_text().replace("signer_digest = sha256", f"signer_digest = {digest}")
        config = config.replace("ess_cert_id_alg = sha256", f"ess_cert_id_alg = {names_by}")
        (folder / "tsa.cnf").write_text(f"{config}certs = {folder}/middle.pem\n")
        (folder / "ca.cnf").write_text("basicConstraints = critical,CA:true\nkeyUsage = critical,keyCertSign\n")
        key = ("-newkey", "rsa:2048", "-nodes")
        self._openssl("req", *key, "-keyout", "middle.key", "-out", "middle.csr", "-subj", "/CN=Middle")
        self._signed("middle", "root", "ca.cnf")
        self._openssl("req", *key, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Chained authority")
        self._signed("tsa", "middle", "ext.cnf")

    def _signed(self, whose: str, by: str, extensions: str) -> None:
        self._openssl("x509", "-req", "-in", f"{whose}.csr", "-CA", f"{by}.pem", "-CAkey", f"{by}.key",
                      "-CAcreateserial", "-out", f"{whose}.pem", "-extfile", extensions)  # fmt: skip
