"""The benchmark's parts: servers, load, report. Standard library only."""
