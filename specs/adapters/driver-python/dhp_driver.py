#!/usr/bin/env python3
"""A driver under test for DhpConformance in one file: Python 3.8 or later, standard library only.

It has two parts. To test a consumer of your own, keep the second and replace the first:

1. Driver    what is tested. Here: data for each processor, made when a processor is added.
2. Protocol  lines of JSON on standard input and output, as `dhp specs protocol` has it.
"""

import json
import sys

# --------------------------------------------------------------------------------------------------------------------
# Part 1: the driver. Replace this.
# --------------------------------------------------------------------------------------------------------------------

DESCRIPTION = {
    "name": "sample driver in Python",
    "version": "1.0",
    "role": "driver",
    "traits": ["per-processor-data", "saves-processor-count", "targets-processors"],
}

SUCCESS = 0
INSUFFICIENT_RESOURCES = -1073741670  # 0xC000009A


class Driver:
    """One for each case."""

    def __init__(self, call):
        self.call = call
        self.callback = 0
        self.slots = {}
        self.threads = {}

    def load(self, event):
        status, self.callback = self.call("register-processor-callback", addExisting=True)
        return SUCCESS if status >= 0 else status

    def unload(self, event):
        if self.callback:
            self.call("close-registration", registration=self.callback)
        for thread in self.threads.values():
            self.call("stop-thread", thread=thread)
        for slot in self.slots.values():
            self.call("free", allocation=slot)
        return SUCCESS

    def processor_change(self, event):
        index = event["index"]
        if event["state"] == "start":
            status, slot = self.call("allocate", bytes=64, pool="nonpaged")
            if status < 0:
                return INSUFFICIENT_RESOURCES
            self.slots[index] = slot
        elif event["state"] == "complete":
            self.call("query-active-count")
            mask = 1 << event["number"]
            self.threads[index] = self.call("start-thread", group=event["group"], mask=mask)[1]
        elif index in self.slots:
            self.call("free", allocation=self.slots.pop(index))
        return SUCCESS

    def run(self, event):
        _, index = self.call("current-processor")
        status, _ = self.call("touch", allocation=self.slots.get(index, 0))
        if status < 0:
            raise MemoryError("there is nothing for processor %d" % index)
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
        self.driver = None

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
            self.driver = Driver(self.call)
        handler = getattr(self.driver, event["event"].replace("-", "_"), self.driver.other)
        result = {}
        try:
            result["status"] = handler(event)
        except GivenUp:
            raise
        except Exception as problem:  # What an exception is here, a bug check is to a driver.
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
