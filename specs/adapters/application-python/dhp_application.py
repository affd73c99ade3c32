#!/usr/bin/env python3
"""An application under test for DhpConformance in one file: Python 3.8 or later, standard library only.

It has two parts. To test a consumer of your own, keep the second and replace the first:

1. Application   what is tested. Here: a service with data and a thread for each processor, and a buffer by memory.
2. Protocol      lines of JSON on standard input and output, as `dhp specs protocol` has it.
"""

import json
import sys

# --------------------------------------------------------------------------------------------------------------------
# Part 1: the application. Replace this.
# --------------------------------------------------------------------------------------------------------------------

DESCRIPTION = {
    "name": "sample service in Python",
    "version": "1.0",
    "role": "application",
    "traits": [
        "per-processor-data", "saves-processor-count", "targets-processors", "scales-by-processors", "sized-by-memory",
    ],
}

SUCCESS = 0
MEMORY_PER_BUFFER_BYTE = 1024


class Application:
    """One for each case."""

    def __init__(self, call):
        self.call = call
        self.windows = []
        self.slots = {}
        self.buffer = 0

    def load(self, event):
        for name in ("processor", "memory"):
            status, window = self.call("register-interface", **{"class": name, "includeExisting": False})
            if status >= 0:
                self.windows.append(window)
        self.populate()
        self.resize()
        return SUCCESS

    def unload(self, event):
        for window in self.windows:
            self.call("close-registration", registration=window)
        return SUCCESS

    def window_message(self, event):
        if event["arrival"] and event["isInterface"] and event["class"] == "processor":
            self.populate()
            self.call("set-process-affinity", mask=self.call("query-affinity", group=0)[1])
        elif event["arrival"] and event["isInterface"] and event["class"] == "memory":
            self.resize()
        return SUCCESS

    def populate(self):
        """Data first, then a thread, for each processor that has none."""
        for index in range(self.call("query-active-count")[1]):
            if index in self.slots:
                continue
            status, slot = self.call("allocate", bytes=4096, pool="pages")
            if status < 0:
                return
            self.slots[index] = slot
            group, number = divmod(self.call("locate-processor", index=index)[1], 64)
            self.call("start-thread", group=group, mask=1 << number)

    def resize(self):
        _, memory = self.call("query-memory")
        status, larger = self.call("allocate", bytes=memory // MEMORY_PER_BUFFER_BYTE, pool="pages")
        if status >= 0:
            if self.buffer:
                self.call("free", allocation=self.buffer)
            self.buffer = larger

    def run(self, event):
        """What a thread does, on the processor that it runs on; it does without a slot that is not there yet."""
        slot = self.slots.get(self.call("current-processor")[1])
        if slot:
            self.call("touch", allocation=slot)
        return SUCCESS

    def other(self, event):
        return SUCCESS


# --------------------------------------------------------------------------------------------------------------------
# Part 2: the protocol. Keep this.
# --------------------------------------------------------------------------------------------------------------------


class GivenUp(Exception):
    """The case was given up while a call was open: the line that came instead of its answer."""


class Adapter:
    def __init__(self):
        self.calls = 0
        self.application = None

    def write(self, message):
        message["jsonrpc"] = "2.0"
        sys.stdout.write(json.dumps(message, separators=(",", ":")) + "\n")
        sys.stdout.flush()

    def read(self):
        line = sys.stdin.readline()
        if not line:
            sys.exit(0)
        return json.loads(line)

    def call(self, name, **members):
        self.calls += 1
        self.write({"id": self.calls, "method": "call", "params": dict(members, call=name)})
        while True:
            message = self.read()
            if message.get("method") == "event":
                self.event(message)
            elif "method" in message:
                raise GivenUp(message)
            else:
                return message["result"]["status"], message["result"]["value"]

    def event(self, message):
        event = message["params"]["event"]
        if event["event"] == "load":
            self.application = Application(self.call)
        handler = getattr(self.application, event["event"].replace("-", "_"), self.application.other)
        result = {}
        try:
            result["status"] = handler(event)
        except GivenUp:
            raise
        except Exception as problem:  # An exception ends it, as it would end the process.
            result = {"status": -1073741823, "bugCheck": "%s: %s" % (type(problem).__name__, problem)}
        self.write({"id": message["id"], "result": result})

    def main(self):
        message = self.read()
        while True:
            try:
                if message["method"] == "initialize":
                    self.write({"id": message["id"], "result": {"protocolVersion": "1.1", "consumer": DESCRIPTION}})
                elif message["method"] == "event":
                    self.event(message)
                else:
                    self.write({"id": message["id"], "result": {}})
                message = self.read()
            except GivenUp as given_up:
                message = given_up.args[0]


if __name__ == "__main__":
    Adapter().main()
