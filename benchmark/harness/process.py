"""One server process: started, asked until it answers correctly, measured, stopped."""

import http.client
import json
import os
import socket
import subprocess
import time

from harness import stubs

TOKEN = "11111111-1111-4111-8111-111111111111"  # the demo seed's, printed at every start
HOST = "127.0.0.1"
LIST_PATH = stubs.LIST + "?isPagination=true"
TICK = 1.0 / os.sysconf("SC_CLK_TCK")
DEADLINE = 60.0


class Running:
    """A server that has been started and has answered correctly once."""

    def __init__(self, server):
        self.server = server
        self.port = free_port()
        begun = time.monotonic()
        self.process = subprocess.Popen(
            server.command(self.port), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL)
        try:
            self._await_answer(begun)
        except BaseException:
            self.stop()
            raise
        self.first_answer = time.monotonic() - begun
        self.first_answer_cpu = self.cpu()

    def _await_answer(self, begun):
        while not lists_ten(self.port):
            if self.process.poll() is not None:
                raise RuntimeError(self.server.title + " ended before it answered")
            if time.monotonic() - begun > DEADLINE:
                raise RuntimeError(self.server.title + " does not answer as it should")
            time.sleep(0.005)

    def cpu(self):
        """Returns the CPU seconds that the process and its ended children have used."""
        return sum(cpu_of(pid) for pid in family(self.process.pid))

    def rss(self):
        """Returns the resident memory of the process and its children, in bytes."""
        return sum(rss_of(pid) for pid in family(self.process.pid))

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.stop()


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def fetch_list(port):
    """Returns the body of the list, or None when there is no answer with status 200."""
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", LIST_PATH, headers={"Authorization": "Bearer " + TOKEN})
        response = connection.getresponse()
        body = response.read()
        return body if response.status == 200 else None
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def lists_ten(port):
    body = fetch_list(port)
    if body is None:
        return False
    try:
        return len(json.loads(body)["data"]) == 10
    except (ValueError, KeyError):
        return False


def family(pid):
    """Returns the process and its living descendants."""
    members = [pid]
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as file:
                for child in file.read().split():
                    members += family(int(child))
    except OSError:
        pass
    return members


def cpu_of(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            fields = file.read().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return sum(int(fields[index]) for index in (11, 12, 13, 14)) * TICK


def rss_of(pid):
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as file:
            for line in file:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
