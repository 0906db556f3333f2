"""Load by wrk, and what it tells."""

import os
import re
import subprocess

from harness import process
from harness.servers import HERE

CONNECTIONS = 32
OPERATIONS = ("list", "create", "delete")
UNITS = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0}


def round_of(server, seconds):
    """Starts the server, loads it with each operation, and returns what was measured."""
    with process.Running(server) as running:
        sample = {
            "first_answer": running.first_answer,
            "first_answer_cpu": running.first_answer_cpu,
        }
        run(running, "list", seconds["warm"])
        sample["list"] = run(running, "list", seconds["measure"])
        # Names count up: what is deleted has been created before, and there are names to spare.
        middle = run(running, "create", seconds["warm"])["requests"] + CONNECTIONS
        sample["create"] = run(running, "create", seconds["measure"], middle)
        run(running, "create", seconds["measure"], middle + sample["create"]["requests"])
        gone = run(running, "delete", seconds["warm"] / 2)["requests"] + CONNECTIONS
        # Shorter, since a server may delete twice as fast as it creates.
        sample["delete"] = run(running, "delete", seconds["measure"] * 2 / 3, gone)
        if seconds["measure"] > 1:
            require_answered(server, sample)
        sample["rss"] = running.rss()
        return sample


def require_answered(server, sample):
    """Refusals are quick: a sample with more than a few at its edges measures the wrong thing."""
    for operation in OPERATIONS:
        if sample[operation]["refused"] > 0.02 * sample[operation]["requests"] + CONNECTIONS:
            raise RuntimeError(f"{server.title} refused too many requests to {operation}")


def start_of(server):
    """Starts the server for its first answer alone."""
    with process.Running(server) as running:
        return {
            "first_answer": running.first_answer,
            "first_answer_cpu": running.first_answer_cpu,
        }


def run(running, operation, seconds, first=0):
    """Loads one server with one operation from one wrk thread; `first` numbers the names."""
    host = f"{process.HOST}:{running.port}"
    words = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{max(1, round(seconds))}s", "--latency",
             "-H", "Authorization: Bearer " + process.TOKEN]
    if operation != "list":
        words += ["-s", str(HERE / "load" / (operation + ".lua"))]
    words.append(f"http://{host}{process.LIST_PATH}")
    environment = dict(os.environ, BENCH_FIRST=str(first), BENCH_HOST=host,
                       BENCH_TOKEN=process.TOKEN)
    before = running.cpu()
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=environment)
    used = running.cpu() - before
    return parse(done.stdout, used)


def parse(text, cpu_seconds):
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    requests = int(re.search(r"(\d+) requests in", text).group(1))
    return {
        "requests": requests,
        "refused": int(refused.group(1)) if refused else 0,
        "throughput": float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1)),
        "p50": seconds_of(re.search(r"^\s+50%\s+(\S+)", text, re.M).group(1)),
        "p99": seconds_of(re.search(r"^\s+99%\s+(\S+)", text, re.M).group(1)),
        "cpu": cpu_seconds / max(1, requests),
    }


def seconds_of(text):
    number, unit = re.fullmatch(r"([\d.]+)(\D+)", text).groups()
    return float(number) * UNITS[unit]
