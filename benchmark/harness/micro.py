"""The JMH microbenchmarks."""

import json
import subprocess

from harness.servers import MICRO_JAR, java


def run(results, memory, is_smoke):
    """Runs all of them; the numbers go into a file of JMH's own JSON and one of ours."""
    counted = subprocess.run(
        [java(), "-cp", str(MICRO_JAR), "dev.datamart.benchmark.micro.OrganizationMemory"],
        capture_output=True, text=True, check=True)
    memory.write_text(counted.stdout)
    words = [java(), "-jar", str(MICRO_JAR), "-rf", "json", "-rff", str(results), "-foe", "true"]
    if is_smoke:
        words += ["-f", "1", "-wi", "0", "-i", "1", "-r", "100ms"]
    subprocess.run(words, check=True)


def read(results):
    """Returns the results as (benchmark's short name, parameters) -> (score, error, unit)."""
    if not results.exists():
        return {}
    table = {}
    for entry in json.loads(results.read_text()):
        name = ".".join(entry["benchmark"].split(".")[-2:])
        parameters = tuple(sorted(entry.get("params", {}).items()))
        metric = entry["primaryMetric"]
        table[(name, parameters)] = (metric["score"], metric["scoreError"], metric["scoreUnit"])
    return table


def read_memory(memory):
    return json.loads(memory.read_text()) if memory.exists() else {}
