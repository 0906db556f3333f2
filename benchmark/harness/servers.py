"""The servers that are compared, and how each is started.

Every server answers the same three operations with the same bytes. The peers get the easiest form
of the job: fixed answers, no token to check, no state to keep; the mock does the real work.
"""

import os
import pathlib
import re
import subprocess
from dataclasses import dataclass, field

from harness import stubs

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "benchmark"
MOCK_JAR = ROOT / "mock/target/datamart-mock.jar"
LAUNCHER = ROOT / "mock/bin/datamart-mock"
FLOOR_JAR = HERE / "floor/target/floor.jar"
MICRO_JAR = HERE / "micro/target/micro.jar"
PEERS = HERE / "peers/target"
MODULES = HERE / "node_modules"


@dataclass(frozen=True)
class Server:
    """One server: how it is called, what it is, and the command that starts it on a port."""

    key: str
    title: str
    kind: str  # "mock", "floor" or "peer"
    command: object  # port -> list of words
    is_jvm: bool = True
    keeps_state: bool = False
    version: object = field(default=lambda: "")


def java():
    home = os.environ.get("JAVA_HOME")
    return str(pathlib.Path(home, "bin/java")) if home else "java"


def all_servers(work):
    """Returns the servers; their stub files are written below the work folder."""
    files = stubs.write(work)
    node = "node"
    wiremock = next(PEERS.glob("wiremock/*.jar"), None)
    return [
        Server("mock", "this mock, java -jar", "mock",
               lambda port: [java(), "-jar", str(MOCK_JAR), "--port", str(port)],
               keeps_state=True),
        Server("launcher", "this mock, its launcher", "mock",
               lambda port: [str(LAUNCHER), "--port", str(port)], keeps_state=True),
        Server("floor-same", "bare Grizzly, same I/O strategy", "floor",
               lambda port: [java(), "-jar", str(FLOOR_JAR), str(port), str(files.answer), "same"]),
        Server("floor-worker", "bare Grizzly, default I/O strategy", "floor",
               lambda port: [java(), "-jar", str(FLOOR_JAR), str(port), str(files.answer),
                             "worker"]),
        Server("wiremock", "WireMock", "peer",
               lambda port: [java(), "-jar", str(wiremock), "--port", str(port),
                             "--bind-address", "127.0.0.1", "--root-dir", str(files.wiremock),
                             "--no-request-journal", "--disable-request-logging",
                             "--disable-banner"],
               keeps_state=True, version=lambda: jar_version(wiremock)),
        Server("mockserver", "MockServer", "peer",
               lambda port: [java(), "-Dmockserver.initializationJsonPath=" + str(files.mockserver),
                             "-Dmockserver.disableLogging=true", "-Dmockserver.logLevel=OFF",
                             "-cp", str(PEERS / "mockserver/*"), "org.mockserver.cli.Main",
                             "-serverPort", str(port)],
               keeps_state=True,
               version=lambda: jar_version(next(PEERS.glob("mockserver/mockserver-netty-*.jar")))),
        Server("mockoon", "Mockoon", "peer",
               lambda port: [node, str(MODULES / "@mockoon/cli/bin/run.js"), "start",
                             "--data", str(files.mockoon), "--port", str(port),
                             "--hostname", "127.0.0.1", "--disable-log-to-file",
                             "--disable-admin-api"],
               is_jvm=False, keeps_state=True, version=lambda: npm_version("@mockoon/cli")),
        Server("prism", "Prism", "peer",
               lambda port: [node, str(MODULES / "@stoplight/prism-cli/dist/index.js"), "mock",
                             "--port", str(port), "--host", "127.0.0.1", "--cors", "false",
                             "--verboseLevel", "silent", str(files.prism)],
               is_jvm=False, version=lambda: npm_version("@stoplight/prism-cli")),
    ]


def jar_version(jar):
    return re.search(r"-(\d[\w.]*)\.jar$", jar.name).group(1)


def npm_version(package):
    manifest = (MODULES / package / "package.json").read_text()
    return re.search(r'"version":\s*"([^"]+)"', manifest).group(1)


def first_line(words):
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).strip().splitlines()[0]
