"""Turns samples into the tables, the targets and the picture of benchmark/README.md."""

import os
import statistics
import time

from harness import chart, targets
from harness.load import CONNECTIONS, OPERATIONS
from harness.servers import HERE, first_line, java

README = HERE / "README.md"
PICTURE = HERE / "results.svg"
BEGIN = "<!-- results: written by benchmark/run -->"
END = "<!-- end of results -->"


def line(server, sample):
    """Returns one line for the console."""
    loads = "  ".join(
        f"{op} {sample[op]['throughput']:,.0f}/s {sample[op]['cpu'] * 1e6:.0f} us"
        for op in OPERATIONS)
    return (f"{server.title:36} first answer {sample['first_answer']:.2f} s,"
            f" {sample['first_answer_cpu']:.2f} CPU s  {loads}  {sample['rss'] / 1e6:.0f} MB")


def write(samples, micro, memory, servers):
    """Writes the report between the README's markers, and the picture beside it."""
    table = Table(samples)
    shown = [server for server in servers if table.has(server.key)]
    text = "\n".join([
        BEGIN, "", circumstances(samples, servers), "",
        "![Throughput, CPU time per request, first answer and memory](results.svg)", "",
        "## Targets", "", *targets.rows(table, micro, servers), "",
        "## Under load", "", *load_rows(table, shown), "",
        "## Start and memory", "", *start_rows(table, shown), "",
        *(["## Microbenchmarks", "", *micro_rows(micro, memory), ""] if micro else []), END,
    ])
    before, rest = README.read_text().split(BEGIN)
    README.write_text(before + text + rest.split(END)[1])
    PICTURE.write_text(chart.draw(table, shown))


class Table:
    """The samples, by server and by what was measured; rounds stay apart, so ratios pair up."""

    def __init__(self, samples):
        self.samples = samples

    def has(self, key):
        return any(key in sample["servers"] for sample in self.samples)

    def values(self, key, operation, measure):
        return [sample["servers"][key][operation][measure]
                for sample in self.samples if key in sample["servers"]]

    def start(self, key, measure):
        """Returns per round the median of all its starts of that server."""
        rounds = []
        for sample in self.samples:
            starts = sample["starts"].get(key, [])
            if key in sample["servers"]:
                starts = starts + [sample["servers"][key]]
            if starts:
                rounds.append(statistics.median(start[measure] for start in starts))
        return rounds

    def memory(self, key):
        return [sample["servers"][key]["rss"]
                for sample in self.samples if key in sample["servers"]]


def circumstances(samples, servers):
    cpu = next((row.split(":")[1].strip() for row in open("/proc/cpuinfo", encoding="utf-8")
                if row.startswith("model name")), "unknown CPU")
    versions = ", ".join(f"{s.title} {s.version()}" for s in servers if s.kind == "peer")
    return "\n".join([
        f"Measured {samples[-1]['at'] if samples else time.strftime('%Y-%m-%d')}, "
        f"{len(samples)} rounds; {os.cpu_count()} cores of {cpu}, "
        f"shared by the servers and the load.",
        f"{first_line([java(), '-version'])}; Node.js {first_line(['node', '--version'])};"
        f" wrk with one thread and {CONNECTIONS} connections.",
        f"{versions}.",
        "",
        "Numbers are medians of the rounds; ± is half the distance between the quartiles.",
    ])


def load_rows(table, servers):
    rows = ["| Server | Operation | Requests/s | p50 ms | p99 ms | CPU µs per request |",
            "|---|---|---|---|---|---|"]
    for server in servers:
        for op in OPERATIONS:
            rows.append(
                f"| {server.title} | {op} | {show(table.values(server.key, op, 'throughput'))}"
                f" | {show(table.values(server.key, op, 'p50'), 1e3, 2)}"
                f" | {show(table.values(server.key, op, 'p99'), 1e3, 1)}"
                f" | {show(table.values(server.key, op, 'cpu'), 1e6, 0)} |")
    return rows


def start_rows(table, servers):
    rows = ["| Server | First answer, s | CPU until then, s | Memory after load, MB |",
            "|---|---|---|---|"]
    for server in servers:
        rows.append(f"| {server.title} | {show(table.start(server.key, 'first_answer'), 1, 2)}"
                    f" | {show(table.start(server.key, 'first_answer_cpu'), 1, 2)}"
                    f" | {show(table.memory(server.key), 1e-6, 0)} |")
    return rows


def micro_rows(micro, memory):
    rows = ["| Benchmark | Parameters | Result |", "|---|---|---|"]
    for (name, parameters), (score, error, unit) in sorted(micro.items()):
        settings = ", ".join(f"{key} {int(value):,}" for key, value in parameters)
        rows.append(f"| {name} | {settings} | {score:,.2f} ± {error:,.2f} {unit} |")
    if memory:
        rows.append(f"| Heap of one organization beside alike ones | organizations"
                    f" {memory['organizations']:,} | {memory['alike']:,} bytes |")
        rows.append(f"| What one datamart more adds to each | | {memory['oneDatamartMore']:,}"
                    " bytes |")
    return rows


def show(values, factor=1.0, digits=0):
    middle = statistics.median(values) * factor
    if len(values) < 2:
        return f"{middle:,.{digits}f}"
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return f"{middle:,.{digits}f} ± {(high - low) / 2 * factor:,.{digits}f}"
