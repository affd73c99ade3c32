#!/usr/bin/env python3
"""A complete adapter for DhpConformance in one file: Python 3.8 or later, standard library only.

It has two parts. To test a server of your own, keep the second and replace the first:

1. Server    what is tested. Here: a small simulated server that follows the page `dhp specs operations` prints.
2. Protocol  lines of JSON on standard input and output, as `dhp specs protocol` has it.

Try it by hand: run it, and paste the first line of the conversation in `dhp specs protocol`.
"""

import json
import queue
import sys
import threading
import traceback

# --------------------------------------------------------------------------------------------------------------------
# Part 1: the server. Replace this.
#
# Part 2 needs of it: NAME, VERSION, CLAIMED, TRAITS, LIMITS, RESET, Refused, and Server with apply and observe. With
# the claim "concurrent-requests" it calls these two from a thread for each client, at the same time.
# --------------------------------------------------------------------------------------------------------------------

NAME = "sample adapter in Python"
VERSION = "1.0"

# What the server can do beyond the core. Everything else is refused as "not-supported".
CLAIMED = {
    "static-servers",
    "mixed-profiles",
    "several-logical-processors",
    "hot-add-processor",
    "hot-add-memory-module",
    "hot-add-io-host-bridge",
    "hot-replace",
    "hot-remove",
    "unit-power",
    "hot-operation-status",
    "concurrent-requests",
}

# What it does otherwise by design, such as {"memory-in-blocks": 134217728}; see specs/traits.md. Nothing to begin with.
TRAITS = {}

# The setups that it can be reset to.
LIMITS = {
    "partitions": 64,
    "processors": 1024,
    "memoryModules": 1024,
    "ioHostBridges": 1024,
    "memoryGranularity": 1,
}

# "reset": one process can be reset again and again. "restart": each case needs a fresh process.
RESET = "reset"


class Refused(Exception):
    """The rules forbid the request. Nothing has been changed."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def refuse_if(condition, reason):
    if condition:
        raise Refused(reason)


class Unit:
    def __init__(self, setup):
        self.id = setup["id"]
        self.kind = setup["kind"]
        self.capacity = setup["capacity"]
        self.looks = (setup["kind"], setup["type"], setup["capacity"])  # Equal for identical units.
        self.owner = None
        self.power = "on"


class Partition:
    def __init__(self, setup):
        profile = setup["profile"]
        groups = "processor-groups" in profile["behaviours"]
        self.id = setup["id"]
        self.running = False
        self.latest = None
        self.memory_limit = setup["memoryLimit"]
        self.supports = {(cell["operation"], cell["kind"]) for cell in profile["capabilities"]}
        self.maximum = min(setup["processorLimit"], profile["processorLimit"])
        if not groups:
            self.maximum = min(self.maximum, 64)


class Server:
    """Everything that is checked comes before everything that is changed, so a refusal changes nothing."""

    def __init__(self, setup):
        self.lock = threading.Lock()  # Whoever has it may look and change: clients take turns.
        self.static = setup["partitionability"] == "static"
        self.powered_on = True
        self.units = {unit["id"]: Unit(unit) for unit in setup["units"]}
        self.partitions = {partition["id"]: Partition(partition) for partition in setup["partitions"]}
        for partition in setup["partitions"]:
            for unit in partition["units"]:
                self.units[unit].owner = partition["id"]

    def apply(self, operation):
        """Carries out an operation; raises Refused."""
        with self.lock:
            self.carry_out(operation)

    def carry_out(self, operation):
        name = operation["operation"]
        unit, partition = operation.get("unit"), operation.get("partition")
        if name == "assign-unit":
            self.assign(unit, partition)
        elif name == "release-unit":
            self.release(unit)
        elif name == "switch-unit-power":
            self.switch_power(unit, operation["power"])
        elif name == "start-partition":
            self.start(partition)
        elif name == "stop-partition":
            self.stop(partition)
        elif name == "restart-partition":
            self.restart(partition)
        elif name == "power-on-server":
            refuse_if(self.powered_on, "not-stopped")
            self.powered_on = True
        elif name == "power-off-server":
            self.power_off()
        elif name == "hot-add":
            self.hot_add(partition, unit)
        elif name == "hot-replace":
            self.hot_replace(partition, operation["target"], operation["spare"])
        elif name == "hot-remove":
            self.hot_remove(partition, unit)
        elif name != "settle":
            raise Refused("not-supported")

    # Configuration

    def assign(self, unit_id, partition_id):
        unit, partition = self.unit(unit_id), self.partition(partition_id)
        refuse_if(unit.owner is not None, "in-use")
        self.refuse_if_not_dynamic()
        refuse_if(partition.running, "not-stopped")
        self.give(unit, partition)

    def release(self, unit_id):
        unit = self.unit(unit_id)
        refuse_if(unit.owner is None, "not-assigned")
        self.refuse_if_not_dynamic()
        refuse_if(self.partitions[unit.owner].running, "not-stopped")
        unit.owner = None

    def switch_power(self, unit_id, power):
        unit = self.unit(unit_id)
        refuse_if(unit.owner is not None, "in-use")
        unit.power = power

    # Life cycle

    def start(self, partition_id):
        partition = self.partition(partition_id)
        refuse_if(not self.powered_on, "not-running")
        refuse_if(partition.running, "not-stopped")
        self.refuse_if_insufficient(partition)
        partition.running = True
        partition.latest = None

    def stop(self, partition_id):
        partition = self.partition(partition_id)
        refuse_if(not partition.running, "not-running")
        partition.running = False

    def restart(self, partition_id):
        partition = self.partition(partition_id)
        refuse_if(not partition.running, "not-running")
        self.refuse_if_insufficient(partition)
        partition.latest = None

    def power_off(self):
        refuse_if(not self.powered_on, "not-running")
        self.powered_on = False
        for partition in self.partitions.values():
            partition.running = False

    # Hot operations

    def hot_add(self, partition_id, unit_id):
        partition, unit = self.partition(partition_id), self.unit(unit_id)
        self.refuse_if_not_hot(partition, "add", unit)
        refuse_if(unit.owner is not None, "in-use")
        held = self.capacity(partition, unit.kind) + unit.capacity
        refuse_if(unit.kind == "processor" and held > partition.maximum, "limit-exceeded")
        refuse_if(unit.kind == "memory-module" and held > partition.memory_limit, "limit-exceeded")
        self.give(unit, partition)
        partition.latest = {"operation": "add", "unit": unit.id, "outcome": "completed"}

    def hot_replace(self, partition_id, target_id, spare_id):
        partition, target, spare = self.partition(partition_id), self.unit(target_id), self.unit(spare_id)
        self.refuse_if_not_hot(partition, "replace", target)
        refuse_if(target.owner != partition.id, "not-assigned")
        refuse_if(spare.owner is not None, "in-use")
        refuse_if(spare.looks != target.looks, "incompatible")
        target.owner = None
        self.give(spare, partition)
        partition.latest = {"operation": "replace", "unit": spare.id, "outcome": "completed"}

    def hot_remove(self, partition_id, unit_id):
        partition, unit = self.partition(partition_id), self.unit(unit_id)
        self.refuse_if_not_hot(partition, "remove", unit)
        refuse_if(unit.owner != partition.id, "not-assigned")
        last = len(self.held(partition, unit.kind)) == 1
        refuse_if(last and unit.kind != "io-host-bridge", "insufficient")
        unit.owner = None
        partition.latest = {"operation": "remove", "unit": unit.id, "outcome": "completed"}

    # What these have in common

    def unit(self, unit_id):
        refuse_if(unit_id not in self.units, "not-present")
        return self.units[unit_id]

    def partition(self, partition_id):
        refuse_if(partition_id not in self.partitions, "not-present")
        return self.partitions[partition_id]

    def refuse_if_not_dynamic(self):
        refuse_if(self.static and self.powered_on, "not-dynamic")

    def refuse_if_not_hot(self, partition, operation, unit):
        self.refuse_if_not_dynamic()
        refuse_if(not partition.running, "not-running")
        refuse_if((operation, unit.kind) not in partition.supports, "not-supported")

    def refuse_if_insufficient(self, partition):
        processors = self.capacity(partition, "processor")
        memory = self.capacity(partition, "memory-module")
        refuse_if(processors == 0 or processors > partition.maximum, "insufficient")
        refuse_if(memory == 0 or memory > partition.memory_limit, "insufficient")

    def held(self, partition, kind):
        return [unit for unit in self.units.values() if unit.owner == partition.id and unit.kind == kind]

    def capacity(self, partition, kind):
        return sum(unit.capacity for unit in self.held(partition, kind))

    @staticmethod
    def give(unit, partition):
        unit.owner = partition.id
        unit.power = "on"

    def observe(self):
        """Everything that can be seen. What is not claimed is shown as 0, an empty list or None."""
        with self.lock:
            return {
                "poweredOn": self.powered_on,
                "units": [{"id": unit.id, "owner": unit.owner, "power": unit.power} for unit in self.units.values()],
                "partitions": [self.show(partition) for partition in self.partitions.values()],
                "notifications": [],
            }

    def show(self, partition):
        running = partition.running
        return {
            "id": partition.id,
            "state": "running" if running else "stopped",
            "activeProcessors": self.capacity(partition, "processor") if running else 0,
            "maximumProcessors": partition.maximum if running else 0,
            "activeMasks": [],
            "processors": [],
            "memoryBytes": self.capacity(partition, "memory-module") if running else 0,
            "pagedPoolBytes": 0,
            "nonpagedPoolBytes": 0,
            "bridges": [unit.id for unit in self.held(partition, "io-host-bridge")] if running else [],
            "latestHotOperation": partition.latest if running else None,
            "devices": [],
            "applications": [],
        }


# --------------------------------------------------------------------------------------------------------------------
# Part 2: the protocol. Keep this.
# --------------------------------------------------------------------------------------------------------------------

# Every claim there is. Each is answered with true or false.
CLAIMS = [
    "static-servers", "mixed-profiles", "several-logical-processors", "hot-add-processor", "hot-add-memory-module",
    "hot-add-io-host-bridge", "hot-replace", "hot-remove", "unit-power", "processor-numbers", "memory-pools",
    "hot-operation-status", "accepted-operations", "partition-errors", "start-failures", "service-processor-outages",
    "synchronous-notification", "asynchronous-notification", "application-notification", "resource-rebalance",
    "quiescence", "device-io", "concurrent-requests",
]

# Every operation, with its members.
OPERATIONS = {
    "assign-unit": ["unit", "partition"],
    "release-unit": ["unit"],
    "switch-unit-power": ["unit", "power"],
    "start-partition": ["partition"],
    "stop-partition": ["partition"],
    "restart-partition": ["partition"],
    "power-on-server": [],
    "power-off-server": [],
    "hot-add": ["partition", "unit"],
    "hot-replace": ["partition", "target", "spare"],
    "hot-remove": ["partition", "unit"],
    "register-driver": ["partition", "consumer", "script"],
    "register-application": ["partition", "consumer", "script"],
    "deregister": ["consumer"],
    "submit-io": ["driver", "requests"],
    "inject-partition-error": ["partition"],
    "inject-start-failure": ["unit", "components"],
    "inject-service-processor-outage": ["available"],
    "settle": [],
}

PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS, INTERNAL_ERROR = -32700, -32600, -32601, -32602, -32603
OUT_OF_TURN, UNSUPPORTED_VERSION = 1, 2
MOST_CLIENTS = 16


class ProtocolError(Exception):
    """The request cannot be carried out because something is wrong with it, or with this program."""

    def __init__(self, code, message, data=None):
        super().__init__(message)
        self.error = {"code": code, "message": message}
        if data is not None:
            self.error["data"] = data


class Adapter:
    def __init__(self):
        self.initialized = False
        self.server = None

    def answer(self, method, params):
        if method == "initialize":
            return self.initialize(params)
        if not self.initialized:
            raise ProtocolError(OUT_OF_TURN, "the first request is initialize")
        if method == "reset":
            exactly(params, ["deadlineMs", "setup"])
            self.reset(params["setup"])
            return {}
        if method == "shutdown":
            exactly(params, ["deadlineMs"])
            return {}
        if method not in ("apply", "observe"):
            raise ProtocolError(METHOD_NOT_FOUND, "there is no method " + str(method))
        if self.server is None:
            raise ProtocolError(OUT_OF_TURN, "a reset comes first")
        client = ["client"] if isinstance(params, dict) and "client" in params else []
        if client and (type(params["client"]) is not int or not 0 <= params["client"] < MOST_CLIENTS):
            raise ProtocolError(INVALID_PARAMS, "client is not a number from 0 to " + str(MOST_CLIENTS - 1))
        if method == "observe":
            exactly(params, ["deadlineMs"] + client)
            return self.server.observe()
        exactly(params, ["deadlineMs", "operation"] + client)
        return self.apply(params["operation"])

    def initialize(self, params):
        exactly(params, ["deadlineMs", "protocolVersions", "suite"])
        if self.initialized:
            raise ProtocolError(OUT_OF_TURN, "initialize was already answered")
        if "1.1" not in params["protocolVersions"]:
            raise ProtocolError(UNSUPPORTED_VERSION, "no version in common", {"supported": ["1.1"]})
        self.initialized = True
        return {
            "protocolVersion": "1.1",
            "implementation": {"name": NAME, "version": VERSION},
            "claims": {claim: claim in CLAIMED for claim in CLAIMS},
            "traits": TRAITS,
            "limits": LIMITS,
            "reset": RESET,
        }

    def reset(self, setup):
        self.server = None
        try:
            self.server = Server(setup)
        except (KeyError, TypeError, AttributeError) as problem:
            raise ProtocolError(INVALID_PARAMS, "the setup is not valid: " + repr(problem))

    def apply(self, operation):
        name = operation.get("operation") if isinstance(operation, dict) else None
        if not isinstance(name, str) or name not in OPERATIONS:
            raise ProtocolError(INVALID_PARAMS, "there is no operation " + str(name))
        exactly(operation, ["operation"] + OPERATIONS[name])
        for member in ("unit", "partition", "target", "spare"):
            if type(operation.get(member, 0)) is not int:
                raise ProtocolError(INVALID_PARAMS, member + " is not a whole number")
        if operation.get("power", "on") not in ("on", "off"):
            raise ProtocolError(INVALID_PARAMS, "power is neither on nor off")
        try:
            self.server.apply(operation)
            return {"outcome": "completed"}
        except Refused as refusal:
            return {"outcome": "refused", "refusal": refusal.reason}


def exactly(value, members):
    """Nothing is guessed: a member that is misspelt must not pass for one that was left out."""
    if not isinstance(value, dict) or sorted(value) != sorted(members):
        raise ProtocolError(INVALID_PARAMS, "expected an object with exactly these members: " + ", ".join(members))


def object_without_repetition(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member is given twice")
    return members


def read(line):
    """The request on a line; an exception if it is not JSON."""
    try:
        return json.loads(line.decode("utf-8"), object_pairs_hook=object_without_repetition)
    except (ValueError, RecursionError) as problem:
        return ProtocolError(PARSE_ERROR, str(problem))


def client_of(request):
    """The client that a request names; None if it names none."""
    params = request.get("params") if isinstance(request, dict) else None
    client = params.get("client") if isinstance(params, dict) else None
    return client if type(client) is int and 0 <= client < MOST_CLIENTS else None


def answer_to(adapter, request):
    """The answer to a request, and its method."""
    request_id, method = None, None
    try:
        if isinstance(request, ProtocolError):
            raise request
        if not isinstance(request, dict) or type(request.get("id")) is not int or request.get("jsonrpc") != "2.0":
            raise ProtocolError(INVALID_REQUEST, "expected a JSON-RPC 2.0 request with a number as its id")
        request_id, method = request["id"], request.get("method")
        exactly(request, ["jsonrpc", "id", "method", "params"])
        return {"jsonrpc": "2.0", "id": request_id, "result": adapter.answer(method, request["params"])}, method
    except ProtocolError as problem:
        return {"jsonrpc": "2.0", "id": request_id, "error": problem.error}, method
    except Exception as problem:
        # A mistake in this program. The suite shows what is written to standard error.
        traceback.print_exc()
        error = {"code": INTERNAL_ERROR, "message": type(problem).__name__ + ": " + str(problem)}
        return {"jsonrpc": "2.0", "id": request_id, "error": error}, method


def main():
    # Standard output belongs to the protocol: what is printed goes to standard error. Bytes, because text would get
    # line ends and an encoding that differ from system to system.
    output, sys.stdout = sys.stdout.buffer, sys.stderr
    adapter, clients, writing = Adapter(), {}, threading.Lock()

    def answer(request):
        response, method = answer_to(adapter, request)
        with writing:
            output.write(json.dumps(response, separators=(",", ":")).encode("ascii") + b"\n")
            output.flush()
        return method == "shutdown" and "result" in response

    def serve(requests):
        while True:
            answer(requests.get())

    for line in sys.stdin.buffer:
        request = read(line)
        client = client_of(request)
        if client is None:
            if answer(request):
                break
        else:
            # Each client has a thread of its own, so that a request that waits holds up nobody else.
            if client not in clients:
                clients[client] = queue.Queue()
                threading.Thread(target=serve, args=(clients[client],), daemon=True).start()
            clients[client].put(request)


if __name__ == "__main__":
    main()
