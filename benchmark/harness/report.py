def line(server, s):
    return f"{server.title:36} first {s['first_answer']:.2f}s cpu {s['first_answer_cpu']:.2f}s rss {s['rss']/1e6:.0f}MB " + " ".join(f"{op} {s[op]['throughput']:.0f}/s {s[op]['cpu']*1e6:.0f}us refused {s[op]['refused']}" for op in ("list","create","delete"))
def write(*a): pass
