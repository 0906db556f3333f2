"""The JMH microbenchmarks."""

import json
import subprocess

from harness.servers import MICRO_JAR, java


def run(results, is_smoke):
    """Runs all of them; the numbers go into a JSON file of JMH's own format."""
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
