"""What the mock is meant to reach, and whether it does."""

import statistics

from harness.load import OPERATIONS

SAME = "floor-same"


def rows(table, micro, servers):
    """Returns the table of targets; a ratio is taken within each round, then the median."""
    lines = ["| Target | Wanted | Measured | Spread | |", "|---|---|---|---|---|"]
    for title, wanted, ratios, is_met in [*loads(table, servers), *starts(table, servers),
                                          *memories(table, servers), *micros(table, micro)]:
        middle = statistics.median(ratios)
        verdict = "met" if is_met(middle) else "**missed**"
        lines.append(f"| {title} | {wanted} | {middle:.2f} | {min(ratios):.2f} to"
                     f" {max(ratios):.2f} | {verdict} |")
    return lines


def loads(table, servers):
    mock = lambda op, measure: table.values("mock", op, measure)  # noqa: E731
    yield ("list: throughput, of the bare handler's with the same I/O strategy", "at least 0.9",
           over(mock("list", "throughput"), table.values(SAME, "list", "throughput")),
           lambda ratio: ratio >= 0.9)
    yield ("list: CPU time per request, of the bare handler's", "at most 2.5",
           over(mock("list", "cpu"), table.values(SAME, "list", "cpu")),
           lambda ratio: ratio <= 2.5)
    peers = [s.key for s in servers if s.kind == "peer" and table.has(s.key)]
    for op in OPERATIONS:
        fastest = each(max, [table.values(key, op, "throughput") for key in peers])
        yield (f"{op}: throughput, of the fastest peer's", "at least 2",
               over(mock(op, "throughput"), fastest), lambda ratio: ratio >= 2)
        thriftiest = each(min, [table.values(key, op, "cpu") for key in peers])
        yield (f"{op}: CPU time per request, of the thriftiest peer's", "at most 0.5",
               over(mock(op, "cpu"), thriftiest), lambda ratio: ratio <= 0.5)


def starts(table, servers):
    floor = table.start(SAME, "first_answer_cpu")
    yield ("start with java -jar: CPU time, of the bare handler's", "at most 1.8",
           over(table.start("mock", "first_answer_cpu"), floor), lambda ratio: ratio <= 1.8)
    yield ("start with the launcher: CPU time, of the bare handler's", "at most 0.8",
           over(table.start("launcher", "first_answer_cpu"), floor), lambda ratio: ratio <= 0.8)
    keepers = [s.key for s in servers if s.kind == "peer" and s.keeps_state and table.has(s.key)]
    soonest = each(min, [table.start(key, "first_answer") for key in keepers])
    for key, title in (("mock", "java -jar"), ("launcher", "the launcher")):
        yield (f"first answer with {title}: time, of the soonest peer's that can keep state",
               "below 1", over(table.start(key, "first_answer"), soonest),
               lambda ratio: ratio < 1)


def memories(table, servers):
    peers = [s.key for s in servers if s.kind == "peer" and s.is_jvm and table.has(s.key)]
    least = each(min, [table.memory(key) for key in peers])
    for key, title in (("mock", "java -jar"), ("launcher", "the launcher")):
        yield (f"memory after load with {title}, of the leanest JVM peer's", "below 1",
               over(table.memory(key), least), lambda ratio: ratio < 1)


def micros(table, micro):
    for name, title in (("DeleteBenchmark.change", "the change alone"),
                        ("DeleteRequestBenchmark.request", "the whole request")):
        few, many = (micro.get((name, (("datamarts", count),))) for count in ("10", "100000"))
        if few and many:
            yield (f"delete with ten embeds, {title}: 100,000 datamarts, of 10", "at most 1.5",
                   [many[0] / few[0]], lambda ratio: ratio <= 1.5)
    one, thousand = (micro.get(("ListBenchmark.firstPage", (("pages", count),)))
                     for count in ("1", "1000"))
    if one and thousand:
        yield ("first page of the list: 1,000 pages, of 1", "at most 1.5",
               [thousand[0] / one[0]], lambda ratio: ratio <= 1.5)
    shared, apart = (micro.get(("ConcurrencyBenchmark.read", (("organizations", count),)))
                     for count in ("1", "2"))
    if shared and apart:
        yield ("two threads, reading: one organization, of one each", "at least 0.9",
               [shared[0] / apart[0]], lambda ratio: ratio >= 0.9)
    changes = micro.get(("ConcurrencyBenchmark.change", (("organizations", "1"),)))
    if changes:
        # Each of its operations is a create and a delete; it counts them by the millisecond.
        per_second = changes[0] * 2 * 1000
        yield ("two threads, changes of one organization, of the creates over HTTP", "at least 10",
               over([per_second] * 99, table.values("mock", "create", "throughput")),
               lambda ratio: ratio >= 10)
    start = micro.get(("StartBenchmark.another", ()))
    if start:
        yield ("another server in the same JVM, ms", "at most 20", [start[0]],
               lambda millis: millis <= 20)


def over(ours, theirs):
    return [a / b for a, b in zip(ours, theirs)]


def each(choose, columns):
    return [choose(row) for row in zip(*columns)]
