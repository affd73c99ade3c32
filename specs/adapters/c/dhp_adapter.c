/*
 * A complete adapter for DhpConformance in one file of C11, without dependencies.
 *
 *     cc -std=c11 -O2 -o dhp_adapter dhp_adapter.c
 *
 * It has two parts. To test a server of your own, keep the second and replace the first:
 *
 * 1. Server    what is tested. Here: a small simulated server that follows the page `dhp specs operations` prints.
 * 2. Protocol  lines of JSON on standard input and output, as `dhp specs protocol` has it.
 */

#include <errno.h>
#include <limits.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#endif

/*
 * What part 2 offers to part 1: the members of what it is given, checked. A member that is missing or of another type
 * is answered with an error at once, so call these before anything is changed.
 */

typedef struct json json;

static const json *member(const json *object, const char *name);
static const json *first(const json *array);
static const json *next(const json *item);
static int id_of(const json *value);
static long long number_of(const json *value);
static const char *text_of(const json *value);
static int one_of(const json *value, const char *const names[], int count);
static void *allocate(size_t size);

static bool same(const char *one, const char *other)
{
    return strcmp(one, other) == 0;
}

/* ------------------------------------------------------------------------------------------------------------------
 * Part 1: the server. Replace this.
 *
 * Part 2 needs of it: NAME, VERSION, RESET, TRAITS, the limits, claimed, server_reset, server_apply and server_observe.
 * --------------------------------------------------------------------------------------------------------------- */

#define NAME "sample adapter in C"
#define VERSION "1.0"
#define MAXIMUM_PARTITIONS 64
#define MAXIMUM_UNITS 1024 /* Of each kind. */

/* "reset": one process can be reset again and again. "restart": each case needs a fresh process. */
#define RESET "reset"

/* What it does otherwise by design, such as "{\"memory-in-blocks\":134217728}"; see specs/traits.md. */
#define TRAITS "{}"

/* What the server can do beyond the core. Everything else is refused as "not-supported". */
static const char *const claimed[] = {
    "static-servers", "mixed-profiles", "several-logical-processors", "hot-add-processor", "hot-add-memory-module",
    "hot-add-io-host-bridge", "hot-replace", "hot-remove", "unit-power", "hot-operation-status", NULL
};

enum kind { PROCESSOR, MEMORY_MODULE, IO_HOST_BRIDGE, KINDS };
enum hot { ADD, REPLACE, REMOVE, HOT_OPERATIONS };

static const char *const kind_names[] = { "processor", "memory-module", "io-host-bridge" };
static const char *const hot_names[] = { "add", "replace", "remove" };
static const char *const power_names[] = { "off", "on" };

struct partition {
    int id;
    bool running;
    bool supports[HOT_OPERATIONS][KINDS];
    long long maximum;
    long long memory_limit;
    bool has_latest;
    enum hot latest;
    int latest_unit;
};

struct unit {
    int id;
    enum kind kind;
    char *type;
    long long capacity;
    struct partition *owner; /* NULL if it is free. */
    bool switched_on;
};

static struct {
    bool is_static;
    bool powered_on;
    int unit_count;
    int partition_count;
    struct unit units[KINDS * MAXIMUM_UNITS];
    struct partition partitions[MAXIMUM_PARTITIONS];
} server;

static struct unit *find_unit(int id)
{
    for (int i = 0; i < server.unit_count; i++) {
        if (server.units[i].id == id) {
            return &server.units[i];
        }
    }

    return NULL;
}

static struct partition *find_partition(int id)
{
    for (int i = 0; i < server.partition_count; i++) {
        if (server.partitions[i].id == id) {
            return &server.partitions[i];
        }
    }

    return NULL;
}

static int count_held(const struct partition *partition, enum kind kind)
{
    int count = 0;
    for (int i = 0; i < server.unit_count; i++) {
        count += server.units[i].owner == partition && server.units[i].kind == kind;
    }

    return count;
}

static long long capacity_held(const struct partition *partition, enum kind kind)
{
    long long capacity = 0;
    for (int i = 0; i < server.unit_count; i++) {
        if (server.units[i].owner == partition && server.units[i].kind == kind) {
            capacity += server.units[i].capacity;
        }
    }

    return capacity;
}

static void give(struct unit *unit, struct partition *partition)
{
    unit->owner = partition;
    unit->switched_on = true;
}

static void set_latest(struct partition *partition, enum hot operation, const struct unit *unit)
{
    partition->has_latest = true;
    partition->latest = operation;
    partition->latest_unit = unit->id;
}

static void reset_unit(struct unit *unit, const json *setup)
{
    const char *type = text_of(member(setup, "type"));
    *unit = (struct unit) {
        .id = id_of(member(setup, "id")),
        .kind = (enum kind)one_of(member(setup, "kind"), kind_names, KINDS),
        .capacity = number_of(member(setup, "capacity")),
        .switched_on = true,
    };
    unit->type = strcpy(allocate(strlen(type) + 1), type);
}

static void reset_partition(struct partition *partition, const json *setup)
{
    const json *profile = member(setup, "profile");
    long long limit = number_of(member(profile, "processorLimit"));
    bool groups = false;
    *partition = (struct partition) {
        .id = id_of(member(setup, "id")),
        .maximum = number_of(member(setup, "processorLimit")),
        .memory_limit = number_of(member(setup, "memoryLimit")),
    };
    for (const json *cell = first(member(profile, "capabilities")); cell; cell = next(cell)) {
        int operation = one_of(member(cell, "operation"), hot_names, HOT_OPERATIONS);
        partition->supports[operation][one_of(member(cell, "kind"), kind_names, KINDS)] = true;
    }

    for (const json *behaviour = first(member(profile, "behaviours")); behaviour; behaviour = next(behaviour)) {
        groups = groups || same(text_of(behaviour), "processor-groups");
    }

    partition->maximum = partition->maximum < limit ? partition->maximum : limit;
    partition->maximum = groups || partition->maximum < 64 ? partition->maximum : 64;
    for (const json *unit = first(member(setup, "units")); unit; unit = next(unit)) {
        struct unit *held = find_unit(id_of(unit));
        if (held) {
            held->owner = partition;
        }
    }
}

/* Becomes a fresh server. Answers false if the setup is larger than the limits allow. */
static bool server_reset(const json *setup)
{
    for (int i = 0; i < server.unit_count; i++) {
        free(server.units[i].type);
    }

    server.unit_count = 0;
    server.partition_count = 0;
    server.is_static = same(text_of(member(setup, "partitionability")), "static");
    server.powered_on = true;
    for (const json *unit = first(member(setup, "units")); unit; unit = next(unit)) {
        if (server.unit_count == KINDS * MAXIMUM_UNITS) {
            return false;
        }

        reset_unit(&server.units[server.unit_count], unit);
        server.unit_count++;
    }

    for (const json *partition = first(member(setup, "partitions")); partition; partition = next(partition)) {
        if (server.partition_count == MAXIMUM_PARTITIONS) {
            return false;
        }

        reset_partition(&server.partitions[server.partition_count], partition);
        server.partition_count++;
    }

    return true;
}

/* Why a request is refused, or NULL. Everything is checked before anything is changed. */
typedef const char *refusal;

static refusal not_dynamic(void)
{
    return server.is_static && server.powered_on ? "not-dynamic" : NULL;
}

static refusal assign(struct unit *unit, struct partition *partition)
{
    if (!unit || !partition) return "not-present";
    if (unit->owner) return "in-use";
    if (not_dynamic()) return not_dynamic();
    if (partition->running) return "not-stopped";
    give(unit, partition);
    return NULL;
}

static refusal release(struct unit *unit)
{
    if (!unit) return "not-present";
    if (!unit->owner) return "not-assigned";
    if (not_dynamic()) return not_dynamic();
    if (unit->owner->running) return "not-stopped";
    unit->owner = NULL;
    return NULL;
}

static refusal switch_power(struct unit *unit, bool on)
{
    if (!unit) return "not-present";
    if (unit->owner) return "in-use";
    unit->switched_on = on;
    return NULL;
}

static refusal insufficient(const struct partition *partition)
{
    long long processors = capacity_held(partition, PROCESSOR);
    long long memory = capacity_held(partition, MEMORY_MODULE);
    bool enough = processors > 0 && memory > 0;
    return enough && processors <= partition->maximum && memory <= partition->memory_limit ? NULL : "insufficient";
}

static refusal start(struct partition *partition)
{
    if (!partition) return "not-present";
    if (!server.powered_on) return "not-running";
    if (partition->running) return "not-stopped";
    if (insufficient(partition)) return insufficient(partition);
    partition->running = true;
    partition->has_latest = false;
    return NULL;
}

static refusal stop(struct partition *partition)
{
    if (!partition) return "not-present";
    if (!partition->running) return "not-running";
    partition->running = false;
    return NULL;
}

static refusal restart(struct partition *partition)
{
    if (!partition) return "not-present";
    if (!partition->running) return "not-running";
    if (insufficient(partition)) return insufficient(partition);
    partition->has_latest = false;
    return NULL;
}

static refusal power_on(void)
{
    if (server.powered_on) return "not-stopped";
    server.powered_on = true;
    return NULL;
}

static refusal power_off(void)
{
    if (!server.powered_on) return "not-running";
    server.powered_on = false;
    for (int i = 0; i < server.partition_count; i++) {
        server.partitions[i].running = false;
    }

    return NULL;
}

static refusal not_hot(const struct partition *partition, enum hot operation, const struct unit *unit)
{
    if (!partition || !unit) return "not-present";
    if (not_dynamic()) return not_dynamic();
    if (!partition->running) return "not-running";
    if (!partition->supports[operation][unit->kind]) return "not-supported";
    return NULL;
}

static refusal hot_add(struct partition *partition, struct unit *unit)
{
    refusal reason = not_hot(partition, ADD, unit);
    if (reason) return reason;
    if (unit->owner) return "in-use";
    long long held = capacity_held(partition, unit->kind);
    if (unit->kind == PROCESSOR && unit->capacity > partition->maximum - held) return "limit-exceeded";
    if (unit->kind == MEMORY_MODULE && unit->capacity > partition->memory_limit - held) return "limit-exceeded";
    give(unit, partition);
    set_latest(partition, ADD, unit);
    return NULL;
}

static refusal hot_replace(struct partition *partition, struct unit *target, struct unit *spare)
{
    refusal reason = not_hot(partition, REPLACE, target);
    if (reason) return reason;
    if (!spare) return "not-present";
    if (target->owner != partition) return "not-assigned";
    if (spare->owner) return "in-use";
    bool identical = spare->kind == target->kind && spare->capacity == target->capacity;
    if (!identical || !same(spare->type, target->type)) return "incompatible";
    target->owner = NULL;
    give(spare, partition);
    set_latest(partition, REPLACE, spare);
    return NULL;
}

static refusal hot_remove(struct partition *partition, struct unit *unit)
{
    refusal reason = not_hot(partition, REMOVE, unit);
    if (reason) return reason;
    if (unit->owner != partition) return "not-assigned";
    if (unit->kind != IO_HOST_BRIDGE && count_held(partition, unit->kind) == 1) return "insufficient";
    unit->owner = NULL;
    set_latest(partition, REMOVE, unit);
    return NULL;
}

static struct unit *unit_in(const json *operation, const char *name)
{
    return find_unit(id_of(member(operation, name)));
}

static struct partition *partition_in(const json *operation)
{
    return find_partition(id_of(member(operation, "partition")));
}

/* Carries out an operation, and answers why it is refused, or NULL. */
static refusal server_apply(const char *name, const json *operation)
{
    if (same(name, "assign-unit")) return assign(unit_in(operation, "unit"), partition_in(operation));
    if (same(name, "release-unit")) return release(unit_in(operation, "unit"));
    if (same(name, "switch-unit-power")) {
        return switch_power(unit_in(operation, "unit"), one_of(member(operation, "power"), power_names, 2) == 1);
    }

    if (same(name, "start-partition")) return start(partition_in(operation));
    if (same(name, "stop-partition")) return stop(partition_in(operation));
    if (same(name, "restart-partition")) return restart(partition_in(operation));
    if (same(name, "power-on-server")) return power_on();
    if (same(name, "power-off-server")) return power_off();
    if (same(name, "hot-add")) return hot_add(partition_in(operation), unit_in(operation, "unit"));
    if (same(name, "hot-replace")) {
        return hot_replace(partition_in(operation), unit_in(operation, "target"), unit_in(operation, "spare"));
    }

    if (same(name, "hot-remove")) return hot_remove(partition_in(operation), unit_in(operation, "unit"));
    if (same(name, "settle")) return NULL;
    return "not-supported";
}

static void show_unit(const struct unit *unit)
{
    char owner[16] = "null";
    if (unit->owner) {
        snprintf(owner, sizeof owner, "%d", unit->owner->id);
    }

    printf("{\"id\":%d,\"owner\":%s,\"power\":\"%s\"}", unit->id, owner, power_names[unit->switched_on]);
}

/* In a partition that does not run, and for what is not claimed, everything is 0, empty or null. */
static void show_partition(const struct partition *partition)
{
    bool running = partition->running;
    printf("{\"id\":%d,\"state\":\"%s\",", partition->id, running ? "running" : "stopped");
    printf("\"activeProcessors\":%lld,", running ? capacity_held(partition, PROCESSOR) : 0);
    printf("\"maximumProcessors\":%lld,", running ? partition->maximum : 0);
    printf("\"activeMasks\":[],\"processors\":[],");
    printf("\"memoryBytes\":%lld,", running ? capacity_held(partition, MEMORY_MODULE) : 0);
    printf("\"pagedPoolBytes\":0,\"nonpagedPoolBytes\":0,\"bridges\":[");
    const char *comma = "";
    for (int i = 0; running && i < server.unit_count; i++) {
        if (server.units[i].owner == partition && server.units[i].kind == IO_HOST_BRIDGE) {
            printf("%s%d", comma, server.units[i].id);
            comma = ",";
        }
    }

    printf("],\"latestHotOperation\":");
    if (running && partition->has_latest) {
        printf("{\"operation\":\"%s\",\"unit\":%d,\"outcome\":\"completed\"}",
            hot_names[partition->latest], partition->latest_unit);
    } else {
        printf("null");
    }

    printf(",\"devices\":[],\"applications\":[]}");
}

/* Writes everything that can be seen. */
static void server_observe(void)
{
    printf("{\"poweredOn\":%s,\"units\":[", server.powered_on ? "true" : "false");
    for (int i = 0; i < server.unit_count; i++) {
        printf("%s", i ? "," : "");
        show_unit(&server.units[i]);
    }

    printf("],\"partitions\":[");
    for (int i = 0; i < server.partition_count; i++) {
        printf("%s", i ? "," : "");
        show_partition(&server.partitions[i]);
    }

    printf("],\"notifications\":[]}");
}

/* ------------------------------------------------------------------------------------------------------------------
 * Part 2: the protocol. Keep this.
 * --------------------------------------------------------------------------------------------------------------- */

#define MAXIMUM_LINE (1 << 20)
#define MAXIMUM_DEPTH 64

enum code {
    PARSE_ERROR = -32700, INVALID_REQUEST = -32600, METHOD_NOT_FOUND = -32601, INVALID_PARAMS = -32602,
    INTERNAL_ERROR = -32603, OUT_OF_TURN = 1, UNSUPPORTED_VERSION = 2, OUTSIDE_LIMITS = 3
};

/* Every claim there is. Each is answered with true or false. */
static const char *const claims[] = {
    "static-servers", "mixed-profiles", "several-logical-processors", "hot-add-processor", "hot-add-memory-module",
    "hot-add-io-host-bridge", "hot-replace", "hot-remove", "unit-power", "processor-numbers", "memory-pools",
    "hot-operation-status", "accepted-operations", "partition-errors", "start-failures",
    "service-processor-outages", "synchronous-notification", "asynchronous-notification",
    "application-notification", "resource-rebalance", "quiescence", "device-io", NULL
};

/* Every operation, with its members. */
static const char *const operations[][4] = {
    { "assign-unit", "unit", "partition" },
    { "release-unit", "unit" },
    { "switch-unit-power", "unit", "power" },
    { "start-partition", "partition" },
    { "stop-partition", "partition" },
    { "restart-partition", "partition" },
    { "power-on-server" },
    { "power-off-server" },
    { "hot-add", "partition", "unit" },
    { "hot-replace", "partition", "target", "spare" },
    { "hot-remove", "partition", "unit" },
    { "register-driver", "partition", "consumer", "script" },
    { "register-application", "partition", "consumer", "script" },
    { "deregister", "consumer" },
    { "submit-io", "driver", "requests" },
    { "inject-partition-error", "partition" },
    { "inject-start-failure", "unit", "components" },
    { "inject-service-processor-outage", "available" },
    { "settle" },
};

/* The request that is being read, and what is wrong with it. */
static struct {
    jmp_buf handler;
    bool has_id;
    long long id;
    enum code code;
    const char *message;
} trouble;

static _Noreturn void fail(enum code code, const char *message)
{
    trouble.code = code;
    trouble.message = message;
    longjmp(trouble.handler, 1);
}

static void *allocate(size_t size)
{
    void *memory = malloc(size);
    if (!memory) {
        fail(INTERNAL_ERROR, "out of memory");
    }

    return memory;
}

/* A value of a line that was read. Text lies in the line itself, decoded. */
struct json {
    enum { NOTHING, TRUTH, NUMBER, TEXT, ARRAY, OBJECT } type;
    bool whole; /* Of a number: it has no fraction and fits. */
    long long number;
    const char *text;
    const char *name; /* In an object. */
    struct json *first;
    struct json *next;
};

static struct {
    char *at;
    json *nodes;
    size_t used;
} reading;

static json *read_value(int depth);

static void skip_space(void)
{
    while (*reading.at && strchr(" \t\r\n", *reading.at)) {
        reading.at++;
    }
}

static bool take(const char *token)
{
    size_t length = strlen(token);
    bool found = strncmp(reading.at, token, length) == 0;
    reading.at += found ? length : 0;
    return found;
}

static void expect(const char *token)
{
    skip_space();
    if (!take(token)) {
        fail(PARSE_ERROR, "the line is not JSON");
    }
}

static unsigned read_four_digits(void)
{
    unsigned code = 0;
    for (int i = 0; i < 4; i++, reading.at++) {
        const char *digits = "0123456789abcdef0123456789ABCDEF";
        const char *digit = *reading.at ? strchr(digits, *reading.at) : NULL;
        if (!digit) {
            fail(PARSE_ERROR, "a \\u in a text has four hexadecimal digits");
        }

        code = code * 16 + (unsigned)((digit - digits) % 16);
    }

    return code;
}

/* Writes a character as UTF-8. It takes no more room than its escape did. */
static char *write_character(char *to, unsigned code)
{
    if (code < 0x80) {
        *to++ = (char)code;
    } else if (code < 0x800) {
        *to++ = (char)(0xC0 | code >> 6);
        *to++ = (char)(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        *to++ = (char)(0xE0 | code >> 12);
        *to++ = (char)(0x80 | (code >> 6 & 0x3F));
        *to++ = (char)(0x80 | (code & 0x3F));
    } else {
        *to++ = (char)(0xF0 | code >> 18);
        *to++ = (char)(0x80 | (code >> 12 & 0x3F));
        *to++ = (char)(0x80 | (code >> 6 & 0x3F));
        *to++ = (char)(0x80 | (code & 0x3F));
    }

    return to;
}

static unsigned read_escape(void)
{
    const char *escapes = "\"\\/bfnrt";
    const char *meanings = "\"\\/\b\f\n\r\t";
    const char *escape = *reading.at ? strchr(escapes, *reading.at) : NULL;
    if (escape) {
        reading.at++;
        return (unsigned char)meanings[escape - escapes];
    }

    unsigned code = take("u") ? read_four_digits() : 0;
    if (code >= 0xD800 && code < 0xDC00 && take("\\u")) {
        unsigned low = read_four_digits();
        code = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) : 0;
    }

    if (code == 0 || (code >= 0xD800 && code < 0xE000)) {
        fail(PARSE_ERROR, "an escape in a text is not valid");
    }

    return code;
}

static const char *read_text(void)
{
    char *begin = reading.at;
    char *to = begin;
    while (*reading.at != '"') {
        if ((unsigned char)*reading.at < 0x20) {
            fail(PARSE_ERROR, "a text is not closed, or has a control character in it");
        } else if (take("\\")) {
            to = write_character(to, read_escape());
        } else {
            *to++ = *reading.at++;
        }
    }

    reading.at++;
    *to = '\0';
    return begin;
}

static void read_number(json *value)
{
    char *begin = reading.at;
    take("-");
    size_t digits = strspn(reading.at, "0123456789");
    if (digits == 0 || (digits > 1 && *reading.at == '0')) {
        fail(PARSE_ERROR, "the line is not JSON");
    }

    reading.at += digits;
    char *end = reading.at;
    if (take(".")) {
        digits = strspn(reading.at, "0123456789");
        reading.at += digits;
    }

    if (digits > 0 && (take("e") || take("E"))) {
        if (!take("+")) take("-");
        digits = strspn(reading.at, "0123456789");
        reading.at += digits;
    }

    if (digits == 0) {
        fail(PARSE_ERROR, "a number is not complete");
    }

    errno = 0;
    value->type = NUMBER;
    value->number = strtoll(begin, NULL, 10);
    value->whole = end == reading.at && errno == 0;
}

static void read_members(json *object, int depth)
{
    json **last = &object->first;
    skip_space();
    if (take("}")) {
        return;
    }

    do {
        expect("\"");
        const char *name = read_text();
        for (const json *other = object->first; other; other = other->next) {
            if (same(other->name, name)) {
                fail(PARSE_ERROR, "a member is given twice");
            }
        }

        expect(":");
        *last = read_value(depth + 1);
        (*last)->name = name;
        last = &(*last)->next;
        skip_space();
    } while (take(","));
    expect("}");
}

static void read_items(json *array, int depth)
{
    json **last = &array->first;
    skip_space();
    if (take("]")) {
        return;
    }

    do {
        *last = read_value(depth + 1);
        last = &(*last)->next;
        skip_space();
    } while (take(","));
    expect("]");
}

static json *read_value(int depth)
{
    json *value = &reading.nodes[reading.used++];
    *value = (json) { .type = NOTHING };
    if (depth > MAXIMUM_DEPTH) {
        fail(PARSE_ERROR, "the line is nested too deeply");
    }

    skip_space();
    if (take("{")) {
        value->type = OBJECT;
        read_members(value, depth);
    } else if (take("[")) {
        value->type = ARRAY;
        read_items(value, depth);
    } else if (take("\"")) {
        value->type = TEXT;
        value->text = read_text();
    } else if (take("true") || take("false")) {
        value->type = TRUTH;
    } else if (!take("null")) {
        read_number(value);
    }

    return value;
}

/* Takes a line apart, and writes over it. What is answered is valid until the next line is read. */
static const json *read_line(char *line, size_t length)
{
    /* Every value but the first has at least a comma or bracket before it. */
    free(reading.nodes);
    reading.nodes = NULL;
    reading.nodes = allocate((length / 2 + 2) * sizeof *reading.nodes);
    reading.used = 0;
    reading.at = line;
    const json *value = read_value(0);
    skip_space();
    if (*reading.at || (size_t)(reading.at - line) != length) {
        fail(PARSE_ERROR, "the line goes on after the message");
    }

    return value;
}

static const json *find(const json *object, const char *name)
{
    const json *value = object->type == OBJECT ? object->first : NULL;
    while (value && !same(value->name, name)) {
        value = value->next;
    }

    return value;
}

static const json *member(const json *object, const char *name)
{
    const json *value = find(object, name);
    if (!value) {
        fail(INVALID_PARAMS, "a member is missing");
    }

    return value;
}

static const json *first(const json *array)
{
    if (array->type != ARRAY) {
        fail(INVALID_PARAMS, "a list was expected");
    }

    return array->first;
}

static const json *next(const json *item)
{
    return item->next;
}

static long long number_of(const json *value)
{
    if (value->type != NUMBER || !value->whole) {
        fail(INVALID_PARAMS, "a whole number was expected");
    }

    return value->number;
}

static int id_of(const json *value)
{
    long long number = number_of(value);
    if (number < INT_MIN || number > INT_MAX) {
        fail(INVALID_PARAMS, "an id does not fit in 32 bits");
    }

    return (int)number;
}

static const char *text_of(const json *value)
{
    if (value->type != TEXT) {
        fail(INVALID_PARAMS, "a text was expected");
    }

    return value->text;
}

static int one_of(const json *value, const char *const names[], int count)
{
    int i = 0;
    while (i < count && !same(text_of(value), names[i])) {
        i++;
    }

    if (i == count) {
        fail(INVALID_PARAMS, "a name is unknown");
    }

    return i;
}

/* Nothing is guessed: a member that is misspelt must not pass for one that was left out. */
static void exactly(const json *object, enum code code, int count, const char *const names[])
{
    int found = 0;
    for (int i = 0; i < count; i++) {
        found += find(object, names[i]) != NULL;
    }

    for (const json *value = object->type == OBJECT ? object->first : NULL; value; value = value->next) {
        found--;
        count--;
    }

    if (object->type != OBJECT || found != 0 || count != 0) {
        fail(code, "a member is missing or unknown");
    }
}

static void begin_answer(void)
{
    printf("{\"jsonrpc\":\"2.0\",\"id\":%lld,\"result\":", trouble.id);
}

static void end_answer(void)
{
    printf("}\n");
    fflush(stdout);
}

static bool is_claimed(const char *claim)
{
    int i = 0;
    while (claimed[i] && !same(claimed[i], claim)) {
        i++;
    }

    return claimed[i] != NULL;
}

static void initialize(const json *params)
{
    exactly(params, INVALID_PARAMS, 3, (const char *const[]) { "deadlineMs", "protocolVersions", "suite" });
    bool common = false;
    for (const json *version = first(member(params, "protocolVersions")); version; version = next(version)) {
        common = common || same(text_of(version), "1.1");
    }

    if (!common) {
        fail(UNSUPPORTED_VERSION, "there is no version in common");
    }

    begin_answer();
    printf("{\"protocolVersion\":\"1.1\",\"implementation\":{\"name\":\"" NAME "\",\"version\":\"" VERSION "\"},");
    printf("\"claims\":{");
    for (int i = 0; claims[i]; i++) {
        printf("%s\"%s\":%s", i ? "," : "", claims[i], is_claimed(claims[i]) ? "true" : "false");
    }

    printf("},\"traits\":" TRAITS ",\"limits\":{\"partitions\":%d,\"processors\":%d,\"memoryModules\":%d,\"ioHostBridges\":%d,",
        MAXIMUM_PARTITIONS, MAXIMUM_UNITS, MAXIMUM_UNITS, MAXIMUM_UNITS);
    printf("\"memoryGranularity\":1},\"reset\":\"" RESET "\"}");
}

static void apply(const json *operation)
{
    const char *name = text_of(member(operation, "operation"));
    size_t count = sizeof operations / sizeof operations[0];
    size_t known = 0;
    while (known < count && !same(operations[known][0], name)) {
        known++;
    }

    if (known == count) {
        fail(INVALID_PARAMS, "there is no such operation");
    }

    const char *names[4] = { "operation" };
    int members = 1;
    while (members < 4 && operations[known][members]) {
        names[members] = operations[known][members];
        members++;
    }

    exactly(operation, INVALID_PARAMS, members, names);
    const char *reason = server_apply(name, operation);
    begin_answer();
    if (reason) {
        printf("{\"outcome\":\"refused\",\"refusal\":\"%s\"}", reason);
    } else {
        printf("{\"outcome\":\"completed\"}");
    }
}

/* How far the conversation is. */
static enum { STARTED, INITIALIZED, WAS_RESET, OVER } progress;

static void answer(const char *method, const json *params)
{
    if (same(method, "initialize") != (progress == STARTED)) {
        fail(OUT_OF_TURN, "initialize comes first, and once");
    } else if (progress != WAS_RESET && (same(method, "apply") || same(method, "observe"))) {
        fail(OUT_OF_TURN, "a reset comes first");
    } else if (same(method, "initialize")) {
        initialize(params);
        progress = INITIALIZED;
    } else if (same(method, "reset")) {
        exactly(params, INVALID_PARAMS, 2, (const char *const[]) { "deadlineMs", "setup" });
        progress = INITIALIZED;
        if (!server_reset(member(params, "setup"))) {
            fail(OUTSIDE_LIMITS, "the setup is larger than the limits");
        }

        progress = WAS_RESET;
        begin_answer();
        printf("{}");
    } else if (same(method, "apply")) {
        exactly(params, INVALID_PARAMS, 2, (const char *const[]) { "deadlineMs", "operation" });
        apply(member(params, "operation"));
    } else if (same(method, "observe")) {
        exactly(params, INVALID_PARAMS, 1, (const char *const[]) { "deadlineMs" });
        begin_answer();
        server_observe();
    } else if (same(method, "shutdown")) {
        exactly(params, INVALID_PARAMS, 1, (const char *const[]) { "deadlineMs" });
        progress = OVER;
        begin_answer();
        printf("{}");
    } else {
        fail(METHOD_NOT_FOUND, "there is no such method");
    }

    end_answer();
}

static void answer_error(void)
{
    printf("{\"jsonrpc\":\"2.0\",\"id\":");
    if (trouble.has_id) {
        printf("%lld", trouble.id);
    } else {
        printf("null");
    }

    printf(",\"error\":{\"code\":%d,\"message\":\"", (int)trouble.code);
    for (const char *at = trouble.message; *at; at++) {
        printf("%s%c", strchr("\"\\", *at) ? "\\" : "", *at);
    }

    printf("\"%s}", trouble.code == UNSUPPORTED_VERSION ? ",\"data\":{\"supported\":[\"1.0\"]}" : "");
    end_answer();
}

static void answer_line(char *line, size_t length)
{
    trouble.has_id = false;
    if (setjmp(trouble.handler)) {
        answer_error();
        return;
    }

    const json *request = read_line(line, length);
    const json *id = find(request, "id");
    if (!id || id->type != NUMBER || !id->whole) {
        fail(INVALID_REQUEST, "a request has a number as its id");
    }

    trouble.id = id->number;
    trouble.has_id = true;
    exactly(request, INVALID_REQUEST, 4, (const char *const[]) { "jsonrpc", "id", "method", "params" });
    if (!same(text_of(member(request, "jsonrpc")), "2.0")) {
        fail(INVALID_REQUEST, "this is not JSON-RPC 2.0");
    }

    answer(text_of(member(request, "method")), member(request, "params"));
}

/* How long the next line is with its end, 0 at the end of the input. A zero byte in it is a character like any other:
   whoever reads the line finds that it is not JSON. */
static size_t next_line(char *line)
{
    size_t length = 0;
    int c = '\0';
    while (length < MAXIMUM_LINE && c != '\n' && (c = getchar()) != EOF) {
        line[length++] = (char)c;
    }

    line[length] = '\0';
    return length;
}

int main(void)
{
    static char line[MAXIMUM_LINE + 1];
#ifdef _WIN32
    /* Or a line would end in two characters. */
    _setmode(_fileno(stdin), _O_BINARY);
    _setmode(_fileno(stdout), _O_BINARY);
#endif
    size_t length;
    while (progress != OVER && (length = next_line(line)) > 0) {
        if (line[length - 1] != '\n') {
            fprintf(stderr, "a line is too long, or breaks off\n");
            return 1;
        }

        answer_line(line, length);
    }

    return 0;
}
