/*
 * A Windows application for dynamic hardware partitioning under test by DhpConformance: device-change messages,
 * processors, memory, threads. One more file on top of dhp_wdm.h; the folder has files with the names windows.h and
 * dbt.h, so that an application includes what it always did.
 *
 *     cc -std=gnu11 -O1 -I. -o application application.c dhp_app_main.c
 *     dhp run --role consumer --implementation command:./application
 *
 * WinMain runs in a thread of its own until it waits for a message. The suite sends WM_DEVICECHANGE to the windows that
 * registered for it, and in the end WM_CLOSE. Threads take turns; nothing depends on the clock. Define DhpWork as well:
 * the suite calls it for what a thread of yours does, on the processor that it chooses.
 *
 * Memory of HeapAlloc and VirtualAlloc ends at a guard page. Memory of malloc is not seen.
 */
#ifndef DHP_WIN32_H
#define DHP_WIN32_H

#include "dhp_wdm.h"

EXTERN_C_START

#define WINAPI
#define APIENTRY
#define CALLBACK
#define WINBASEAPI
#ifndef TEXT
#define TEXT(s) s
#endif
#define FAR
typedef void *LPVOID, *HINSTANCE, *HMODULE, *HMENU, *HICON, *HCURSOR, *HBRUSH, *HDEVNOTIFY, *HLOCAL;
typedef const void *LPCVOID;
typedef char *LPSTR;
typedef const char *LPCSTR;
typedef WCHAR *LPWSTR;
typedef const WCHAR *LPCWSTR;
typedef DWORD *LPDWORD, *PDWORD;
typedef ULONG_PTR DWORD_PTR, *PDWORD_PTR;
typedef uint64_t DWORDLONG;
typedef UINT_PTR WPARAM;
typedef LONG_PTR LPARAM, LRESULT;
typedef WORD ATOM;
typedef struct _DHP_WINDOW *HWND;
typedef struct _SECURITY_ATTRIBUTES *LPSECURITY_ATTRIBUTES;
typedef LRESULT (*WNDPROC)(HWND, UINT, WPARAM, LPARAM);
typedef DWORD (*LPTHREAD_START_ROUTINE)(LPVOID);
typedef struct _POINT { LONG x, y; } POINT;
typedef struct tagMSG { HWND hwnd; UINT message; WPARAM wParam; LPARAM lParam; DWORD time; POINT pt; } MSG, *LPMSG;
typedef struct tagWNDCLASSA {
    UINT style; WNDPROC lpfnWndProc; int cbClsExtra, cbWndExtra; HINSTANCE hInstance; HICON hIcon; HCURSOR hCursor;
    HBRUSH hbrBackground; LPCSTR lpszMenuName, lpszClassName;
} WNDCLASSA;
typedef struct tagWNDCLASSW {
    UINT style; WNDPROC lpfnWndProc; int cbClsExtra, cbWndExtra; HINSTANCE hInstance; HICON hIcon; HCURSOR hCursor;
    HBRUSH hbrBackground; LPCWSTR lpszMenuName, lpszClassName;
} WNDCLASSW;
typedef struct tagWNDCLASSEXA {
    UINT cbSize, style; WNDPROC lpfnWndProc; int cbClsExtra, cbWndExtra; HINSTANCE hInstance; HICON hIcon;
    HCURSOR hCursor; HBRUSH hbrBackground; LPCSTR lpszMenuName, lpszClassName; HICON hIconSm;
} WNDCLASSEXA;
typedef struct tagWNDCLASSEXW {
    UINT cbSize, style; WNDPROC lpfnWndProc; int cbClsExtra, cbWndExtra; HINSTANCE hInstance; HICON hIcon;
    HCURSOR hCursor; HBRUSH hbrBackground; LPCWSTR lpszMenuName, lpszClassName; HICON hIconSm;
} WNDCLASSEXW;

#define WM_CREATE 0x0001
#define WM_DESTROY 0x0002
#define WM_CLOSE 0x0010
#define WM_QUIT 0x0012
#define WM_DEVICECHANGE 0x0219
#define WM_APP 0x8000
#define WM_USER 0x0400
#define HWND_MESSAGE ((HWND)-3)
#define CW_USEDEFAULT ((int)0x80000000)
#define GWLP_USERDATA (-21)
#define INFINITE 0xffffffffu
#define WAIT_OBJECT_0 0
#define WAIT_TIMEOUT 258
#define WAIT_FAILED 0xffffffffu
#define INVALID_HANDLE_VALUE ((HANDLE)(LONG_PTR)-1)
#define ERROR_SUCCESS 0
#define ERROR_NOT_ENOUGH_MEMORY 8
#define ERROR_INVALID_PARAMETER 87
#define NO_ERROR 0
#define HEAP_ZERO_MEMORY 8
#define MEM_COMMIT 0x1000
#define MEM_RESERVE 0x2000
#define MEM_RELEASE 0x8000
#define PAGE_READWRITE 4
#define CREATE_SUSPENDED 4

/* ---- Device-change messages ---- */

#define DBT_DEVNODES_CHANGED 0x0007
#define DBT_DEVICEARRIVAL 0x8000
#define DBT_DEVICEQUERYREMOVE 0x8001
#define DBT_DEVICEREMOVECOMPLETE 0x8004
#define DBT_DEVTYP_VOLUME 2
#define DBT_DEVTYP_PORT 3
#define DBT_DEVTYP_DEVICEINTERFACE 5
#define DBT_DEVTYP_HANDLE 6
#define DEVICE_NOTIFY_WINDOW_HANDLE 0
#define DEVICE_NOTIFY_ALL_INTERFACE_CLASSES 4
typedef struct _DEV_BROADCAST_HDR { DWORD dbch_size, dbch_devicetype, dbch_reserved; }
    DEV_BROADCAST_HDR, *PDEV_BROADCAST_HDR;
typedef struct _DEV_BROADCAST_DEVICEINTERFACE_A {
    DWORD dbcc_size, dbcc_devicetype, dbcc_reserved; GUID dbcc_classguid; char dbcc_name[1];
} DEV_BROADCAST_DEVICEINTERFACE_A, *PDEV_BROADCAST_DEVICEINTERFACE_A;
typedef struct _DEV_BROADCAST_DEVICEINTERFACE_W {
    DWORD dbcc_size, dbcc_devicetype, dbcc_reserved; GUID dbcc_classguid; WCHAR dbcc_name[1];
} DEV_BROADCAST_DEVICEINTERFACE_W, *PDEV_BROADCAST_DEVICEINTERFACE_W;
HDEVNOTIFY RegisterDeviceNotificationA(HANDLE recipient, LPVOID filter, DWORD flags);
BOOL UnregisterDeviceNotification(HDEVNOTIFY handle);

/* ---- Processors and memory ---- */

typedef struct _SYSTEM_INFO {
    union { DWORD dwOemId; struct { WORD wProcessorArchitecture, wReserved; }; };
    DWORD dwPageSize; LPVOID lpMinimumApplicationAddress, lpMaximumApplicationAddress; DWORD_PTR dwActiveProcessorMask;
    DWORD dwNumberOfProcessors, dwProcessorType, dwAllocationGranularity; WORD wProcessorLevel, wProcessorRevision;
} SYSTEM_INFO, *LPSYSTEM_INFO;
typedef struct _MEMORYSTATUSEX {
    DWORD dwLength, dwMemoryLoad; DWORDLONG ullTotalPhys, ullAvailPhys, ullTotalPageFile, ullAvailPageFile,
        ullTotalVirtual, ullAvailVirtual, ullAvailExtendedVirtual;
} MEMORYSTATUSEX, *LPMEMORYSTATUSEX;
#define ERROR_INSUFFICIENT_BUFFER 122
/* Of RelationGroup only. */
BOOL GetLogicalProcessorInformationEx(LOGICAL_PROCESSOR_RELATIONSHIP relation,
    PSYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX information, PDWORD length);
void GetSystemInfo(LPSYSTEM_INFO info);
#define GetNativeSystemInfo GetSystemInfo
DWORD GetActiveProcessorCount(WORD group);
DWORD GetMaximumProcessorCount(WORD group);
WORD GetActiveProcessorGroupCount(void);
WORD GetMaximumProcessorGroupCount(void);
BOOL GlobalMemoryStatusEx(LPMEMORYSTATUSEX status);
BOOL GetPhysicallyInstalledSystemMemory(uint64_t *kilobytes);
BOOL GetProcessAffinityMask(HANDLE process, PDWORD_PTR mask, PDWORD_PTR system);
BOOL SetProcessAffinityMask(HANDLE process, DWORD_PTR mask);
DWORD_PTR SetThreadAffinityMask(HANDLE thread, DWORD_PTR mask);
BOOL SetThreadGroupAffinity(HANDLE thread, const GROUP_AFFINITY *affinity, PGROUP_AFFINITY previous);
DWORD GetCurrentProcessorNumber(void);
void GetCurrentProcessorNumberEx(PPROCESSOR_NUMBER number);

/* ---- Threads, events, memory, windows ---- */

#define GetCurrentProcess() INVALID_HANDLE_VALUE
HANDLE GetCurrentThread(void);
HANDLE CreateThread(LPSECURITY_ATTRIBUTES a, SIZE_T stack, LPTHREAD_START_ROUTINE routine, LPVOID context, DWORD flags,
    LPDWORD id);
DWORD ResumeThread(HANDLE thread);
void ExitThread(DWORD code);
HANDLE CreateEventA(LPSECURITY_ATTRIBUTES a, BOOL manual, BOOL state, LPCSTR name);
BOOL SetEvent(HANDLE event);
BOOL ResetEvent(HANDLE event);
DWORD WaitForSingleObject(HANDLE object, DWORD milliseconds);
DWORD WaitForMultipleObjects(DWORD count, const HANDLE *objects, BOOL all, DWORD milliseconds);
BOOL CloseHandle(HANDLE handle);
void Sleep(DWORD milliseconds);
ULONGLONG GetTickCount64(void);
#define GetProcessHeap() INVALID_HANDLE_VALUE
LPVOID HeapAlloc(HANDLE heap, DWORD flags, SIZE_T bytes);
LPVOID HeapReAlloc(HANDLE heap, DWORD flags, LPVOID memory, SIZE_T bytes);
BOOL HeapFree(HANDLE heap, DWORD flags, LPVOID memory);
LPVOID VirtualAlloc(LPVOID address, SIZE_T bytes, DWORD type, DWORD protection);
BOOL VirtualFree(LPVOID address, SIZE_T bytes, DWORD type);
DWORD GetLastError(void);
void SetLastError(DWORD error);
typedef struct _CRITICAL_SECTION { LONG Held; } CRITICAL_SECTION, *LPCRITICAL_SECTION;
typedef struct _SRWLOCK { PVOID Held; } SRWLOCK, *PSRWLOCK;
#define SRWLOCK_INIT { NULL }
#define InitializeCriticalSection(s) ((void)(s))
#define DeleteCriticalSection(s) ((void)(s))
#define EnterCriticalSection(s) ((void)(s))
#define LeaveCriticalSection(s) ((void)(s))
#define InitializeSRWLock(l) ((void)(l))
#define AcquireSRWLockExclusive(l) ((void)(l))
#define ReleaseSRWLockExclusive(l) ((void)(l))
#define AcquireSRWLockShared(l) ((void)(l))
#define ReleaseSRWLockShared(l) ((void)(l))

ATOM RegisterClassA(const WNDCLASSA *c);
ATOM RegisterClassW(const WNDCLASSW *c);
ATOM RegisterClassExA(const WNDCLASSEXA *c);
ATOM RegisterClassExW(const WNDCLASSEXW *c);
HWND DhpCreateWindow(LPVOID parameter);
#define CreateWindowExA(x, c, n, s, a, b, w, h, p, m, i, l) ((void)(c), (void)(n), (void)(i), DhpCreateWindow(l))
#define CreateWindowExW CreateWindowExA
#define CreateWindowA(c, n, s, a, b, w, h, p, m, i, l) CreateWindowExA(0, c, n, s, a, b, w, h, p, m, i, l)
#define CreateWindowW CreateWindowA
BOOL DestroyWindow(HWND window);
LRESULT DefWindowProcA(HWND window, UINT message, WPARAM w, LPARAM l);
LONG_PTR SetWindowLongPtrA(HWND window, int index, LONG_PTR value);
LONG_PTR GetWindowLongPtrA(HWND window, int index);
BOOL GetMessageA(LPMSG message, HWND window, UINT first, UINT last);
BOOL PostMessageA(HWND window, UINT message, WPARAM w, LPARAM l);
#define TranslateMessage(m) ((void)(m))
LRESULT DispatchMessageA(const MSG *message);
void PostQuitMessage(int code);
#define ShowWindow(w, s) ((void)(w), (void)(s))
#define UpdateWindow(w) ((void)(w))
#define GetModuleHandleA(n) ((HINSTANCE)&DhpThreadType)
#define GetModuleHandleW GetModuleHandleA

#define RegisterDeviceNotificationW RegisterDeviceNotificationA
#define DefWindowProcW DefWindowProcA
#define GetMessageW GetMessageA
#define DispatchMessageW DispatchMessageA
#define PostMessageW PostMessageA
#define SetWindowLongPtrW SetWindowLongPtrA
#define GetWindowLongPtrW GetWindowLongPtrA
#define CreateEventW CreateEventA
#ifdef UNICODE
typedef WNDCLASSW WNDCLASS;
typedef WNDCLASSEXW WNDCLASSEX;
typedef DEV_BROADCAST_DEVICEINTERFACE_W DEV_BROADCAST_DEVICEINTERFACE, *PDEV_BROADCAST_DEVICEINTERFACE;
#define RegisterClass RegisterClassW
#define RegisterClassEx RegisterClassExW
#else
typedef WNDCLASSA WNDCLASS;
typedef WNDCLASSEXA WNDCLASSEX;
typedef DEV_BROADCAST_DEVICEINTERFACE_A DEV_BROADCAST_DEVICEINTERFACE, *PDEV_BROADCAST_DEVICEINTERFACE;
#define RegisterClass RegisterClassA
#define RegisterClassEx RegisterClassExA
#endif
#define CreateWindowEx CreateWindowExA
#define CreateWindow CreateWindowA
#define RegisterDeviceNotification RegisterDeviceNotificationA
#define DefWindowProc DefWindowProcA
#define GetMessage GetMessageA
#define DispatchMessage DispatchMessageA
#define PostMessage PostMessageA
#define SetWindowLongPtr SetWindowLongPtrA
#define GetWindowLongPtr GetWindowLongPtrA
#define CreateEvent CreateEventA
#define GetModuleHandle GetModuleHandleA

int WinMain(HINSTANCE instance, HINSTANCE previous, LPSTR command, int show);
void DhpWork(void) __attribute__((weak));

EXTERN_C_END

#endif

#if defined(DHP_WDM_IMPLEMENTATION) && !defined(DHP_WIN32_IMPLEMENTED)
#define DHP_WIN32_IMPLEMENTED

enum { DHP_WINDOWS = 16, DHP_NOTIFICATIONS = 64, DHP_POSTED = 256 };
struct _DHP_WINDOW { bool used; LONG_PTR data; };
static struct _DHP_WINDOW dhp_windows[DHP_WINDOWS];
static struct dhp_notification { bool used; ULONG64 handle[2]; HWND window; } dhp_notifications[DHP_NOTIFICATIONS];
static WNDPROC dhp_procedure; /* Of the class that was registered last. */
static MSG dhp_posted[DHP_POSTED];
static int dhp_posted_count, dhp_result;
static bool dhp_quit, dhp_returned;
static DWORD dhp_error;
static KEVENT dhp_has_message = { { DHP_NOTIFICATION, 0, 1 } };

DWORD GetLastError(void) { return dhp_error; }
void SetLastError(DWORD error) { dhp_error = error; }

static BOOL dhp_succeeds(NTSTATUS status)
{
    dhp_error = status < 0 ? ERROR_INVALID_PARAMETER : ERROR_SUCCESS;
    return status >= 0;
}

/* ---- Processors and memory ---- */

void GetSystemInfo(LPSYSTEM_INFO info)
{
    memset(info, 0, sizeof *info);
    info->dwPageSize = PAGE_SIZE;
    info->dwAllocationGranularity = 1 << 16;
    info->dwActiveProcessorMask = KeQueryGroupAffinity(0);
    info->dwNumberOfProcessors = (DWORD)__builtin_popcountll(info->dwActiveProcessorMask);
}
BOOL GetLogicalProcessorInformationEx(LOGICAL_PROCESSOR_RELATIONSHIP relation,
    PSYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX information, PDWORD length)
{
    NTSTATUS status = KeQueryLogicalProcessorRelationship(NULL, relation, information, length);
    if (status == STATUS_INFO_LENGTH_MISMATCH) {
        dhp_error = ERROR_INSUFFICIENT_BUFFER;
        return FALSE;
    }
    return dhp_succeeds(status);
}
DWORD GetActiveProcessorCount(WORD group) { return KeQueryActiveProcessorCountEx(group); }
DWORD GetMaximumProcessorCount(WORD group) { return KeQueryMaximumProcessorCountEx(group); }
WORD GetActiveProcessorGroupCount(void) { return KeQueryActiveGroupCount(); }
WORD GetMaximumProcessorGroupCount(void) { return KeQueryMaximumGroupCount(); }
BOOL GlobalMemoryStatusEx(LPMEMORYSTATUSEX status)
{
    DWORD length = status->dwLength;
    memset(status, 0, sizeof *status);
    status->dwLength = length;
    status->ullTotalPhys = DhpPhysicalMemory();
    status->ullAvailPhys = status->ullTotalPhys / 2;
    return dhp_succeeds(length == sizeof *status ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER);
}
BOOL GetPhysicallyInstalledSystemMemory(uint64_t *kilobytes) { *kilobytes = DhpPhysicalMemory() >> 10; return TRUE; }
BOOL GetProcessAffinityMask(HANDLE process, PDWORD_PTR mask, PDWORD_PTR system)
{
    (void)process;
    *mask = dhp_call("\"call\":\"query-process-affinity\"");
    *system = KeQueryGroupAffinity(0);
    return TRUE;
}
BOOL SetProcessAffinityMask(HANDLE process, DWORD_PTR mask)
{
    NTSTATUS status;
    (void)process;
    dhp_call_status(&status, "\"call\":\"set-process-affinity\",\"mask\":%llu", (unsigned long long)mask);
    return dhp_succeeds(status);
}
static BOOL dhp_bind(HANDLE handle, USHORT group, KAFFINITY mask)
{
    struct _KTHREAD *thread = handle;
    PROCESSOR_NUMBER number = { group, (UCHAR)(mask ? __builtin_ctzll(mask) : 0), 0 };
    NTSTATUS status = STATUS_SUCCESS;
    if (!thread || thread->handle == 0)
        return dhp_succeeds(STATUS_SUCCESS);
    dhp_call_status(&status, "\"call\":\"set-thread-affinity\",\"thread\":%llu,\"group\":%d,\"mask\":%llu",
        (unsigned long long)thread->handle, group, (unsigned long long)mask);
    if (status >= 0 && mask)
        thread->here = (int)KeGetProcessorIndexFromNumber(&number);
    if (status >= 0 && thread == dhp_thread)
        dhp_here = thread->here;
    return dhp_succeeds(status);
}
DWORD_PTR SetThreadAffinityMask(HANDLE thread, DWORD_PTR mask) { return dhp_bind(thread, 0, mask) ? mask : 0; }
BOOL SetThreadGroupAffinity(HANDLE thread, const GROUP_AFFINITY *affinity, PGROUP_AFFINITY previous)
{
    if (previous)
        memset(previous, 0, sizeof *previous);
    return dhp_bind(thread, affinity->Group, affinity->Mask);
}
DWORD GetCurrentProcessorNumber(void) { return KeGetCurrentProcessorNumber(); }
void GetCurrentProcessorNumberEx(PPROCESSOR_NUMBER number) { KeGetCurrentProcessorNumberEx(number); }

/* ---- Threads, events, memory ---- */

HANDLE GetCurrentThread(void) { return dhp_thread; }
struct dhp_start { LPTHREAD_START_ROUTINE routine; LPVOID context; };
static void dhp_start_thread(PVOID start)
{
    struct dhp_start it = *(struct dhp_start *)start;
    free(start);
    it.routine(it.context);
}
HANDLE CreateThread(LPSECURITY_ATTRIBUTES a, SIZE_T stack, LPTHREAD_START_ROUTINE routine, LPVOID context, DWORD flags,
    LPDWORD id)
{
    struct dhp_start *start = malloc(sizeof *start);
    HANDLE handle;
    (void)a, (void)stack;
    *start = (struct dhp_start){ routine, context };
    PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, NULL, NULL, NULL, dhp_start_thread, start);
    if (flags & CREATE_SUSPENDED)
        ((struct _KTHREAD *)handle)->until = UINT64_MAX;
    if (id)
        *id = (DWORD)((struct _KTHREAD *)handle)->handle;
    return handle;
}
DWORD ResumeThread(HANDLE thread) { ((struct _KTHREAD *)thread)->until = 0; return 1; }
void ExitThread(DWORD code) { (void)code; PsTerminateSystemThread(STATUS_SUCCESS); }
HANDLE CreateEventA(LPSECURITY_ATTRIBUTES a, BOOL manual, BOOL state, LPCSTR name)
{
    PKEVENT event = calloc(1, sizeof *event);
    (void)a, (void)name;
    KeInitializeEvent(event, manual ? NotificationEvent : SynchronizationEvent, (BOOLEAN)state);
    return event;
}
BOOL SetEvent(HANDLE event) { KeSetEvent(event, 0, FALSE); return TRUE; }
BOOL ResetEvent(HANDLE event) { KeResetEvent(event); return TRUE; }
DWORD WaitForMultipleObjects(DWORD count, const HANDLE *objects, BOOL all, DWORD milliseconds)
{
    static KWAIT_BLOCK blocks[MAXIMUM_WAIT_OBJECTS];
    LARGE_INTEGER due = { .QuadPart = -(LONGLONG)milliseconds * 10000 };
    NTSTATUS status = KeWaitForMultipleObjects(count, (PVOID *)objects, all ? WaitAll : WaitAny, UserRequest, UserMode,
        FALSE, milliseconds == INFINITE ? NULL : &due, blocks);
    return status == STATUS_TIMEOUT ? WAIT_TIMEOUT : WAIT_OBJECT_0 + (DWORD)status;
}
DWORD WaitForSingleObject(HANDLE object, DWORD ms) { return WaitForMultipleObjects(1, &object, FALSE, ms); }
BOOL CloseHandle(HANDLE handle) { (void)handle; return TRUE; }
void Sleep(DWORD milliseconds)
{
    LARGE_INTEGER due = { .QuadPart = -(LONGLONG)milliseconds * 10000 };
    KeDelayExecutionThread(UserMode, FALSE, &due);
}
ULONGLONG GetTickCount64(void) { return dhp_now / 10000; }
static LPVOID dhp_pages(SIZE_T bytes, bool zero)
{
    LPVOID memory = dhp_allocate("pages", bytes, zero);
    dhp_error = memory ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
    return memory;
}
LPVOID HeapAlloc(HANDLE heap, DWORD flags, SIZE_T bytes)
{
    (void)heap;
    return dhp_pages(bytes, (flags & HEAP_ZERO_MEMORY) != 0);
}
BOOL HeapFree(HANDLE heap, DWORD flags, LPVOID memory)
{
    (void)heap, (void)flags;
    if (memory)
        dhp_free(memory);
    return TRUE;
}
LPVOID HeapReAlloc(HANDLE heap, DWORD flags, LPVOID memory, SIZE_T bytes)
{
    struct dhp_block *block = dhp_block_of(memory);
    size_t had = block ? block->bytes : 0;
    LPVOID larger = HeapAlloc(heap, flags, bytes);
    if (larger) {
        memcpy(larger, memory, had < bytes ? had : bytes);
        dhp_free(memory);
    }
    return larger;
}
LPVOID VirtualAlloc(LPVOID address, SIZE_T bytes, DWORD type, DWORD protection)
{
    (void)address, (void)type, (void)protection;
    return dhp_pages((bytes + PAGE_SIZE - 1) / PAGE_SIZE * PAGE_SIZE, true);
}
BOOL VirtualFree(LPVOID address, SIZE_T bytes, DWORD type) { (void)bytes, (void)type; dhp_free(address); return TRUE; }

/* ---- Windows and messages ---- */

ATOM RegisterClassA(const WNDCLASSA *c) { dhp_procedure = c->lpfnWndProc; return 1; }
ATOM RegisterClassW(const WNDCLASSW *c) { dhp_procedure = c->lpfnWndProc; return 1; }
ATOM RegisterClassExA(const WNDCLASSEXA *c) { dhp_procedure = c->lpfnWndProc; return 1; }
ATOM RegisterClassExW(const WNDCLASSEXW *c) { dhp_procedure = c->lpfnWndProc; return 1; }
HWND DhpCreateWindow(LPVOID parameter)
{
    for (HWND window = dhp_windows; window < dhp_windows + DHP_WINDOWS; window++)
        if (!window->used) {
            window->used = true;
            return dhp_procedure(window, WM_CREATE, 0, (LPARAM)parameter) == -1 ? NULL : window;
        }
    return NULL;
}
BOOL DestroyWindow(HWND window)
{
    if (!window || !window->used)
        return dhp_succeeds(STATUS_INVALID_HANDLE);
    dhp_procedure(window, WM_DESTROY, 0, 0);
    window->used = false;
    return TRUE;
}
LRESULT DefWindowProcA(HWND window, UINT message, WPARAM w, LPARAM l)
{
    (void)w, (void)l;
    if (message == WM_CLOSE)
        DestroyWindow(window);
    return message == WM_DEVICECHANGE;
}
LONG_PTR SetWindowLongPtrA(HWND window, int index, LONG_PTR value)
{
    LONG_PTR before = window->data;
    (void)index;
    window->data = value;
    return before;
}
LONG_PTR GetWindowLongPtrA(HWND window, int index) { (void)index; return window->data; }
BOOL PostMessageA(HWND window, UINT message, WPARAM w, LPARAM l)
{
    if (dhp_posted_count == DHP_POSTED)
        DhpBugCheck("it posts messages and takes none");
    dhp_posted[dhp_posted_count++] = (MSG){ window, message, w, l, 0, { 0, 0 } };
    KeSetEvent(&dhp_has_message, 0, FALSE);
    return TRUE;
}
void PostQuitMessage(int code)
{
    dhp_quit = true;
    dhp_result = code;
    KeSetEvent(&dhp_has_message, 0, FALSE);
}
BOOL GetMessageA(LPMSG message, HWND window, UINT first, UINT last)
{
    (void)window, (void)first, (void)last;
    memset(message, 0, sizeof *message);
    message->message = WM_QUIT;
    message->wParam = (WPARAM)dhp_result;
    while (dhp_posted_count == 0 && !dhp_quit)
        KeWaitForSingleObject(&dhp_has_message, UserRequest, UserMode, FALSE, NULL);
    if (dhp_posted_count == 0)
        return FALSE;
    *message = dhp_posted[0];
    memmove(dhp_posted, dhp_posted + 1, (size_t)--dhp_posted_count * sizeof *dhp_posted);
    if (dhp_posted_count == 0)
        KeResetEvent(&dhp_has_message);
    return TRUE;
}
LRESULT DispatchMessageA(const MSG *m) { return dhp_procedure(m->hwnd, m->message, m->wParam, m->lParam); }

static ULONG64 dhp_register_class(const char *name, NTSTATUS *status)
{
    return dhp_call_status(status, "\"call\":\"register-interface\",\"class\":\"%s\",\"includeExisting\":false", name);
}
HDEVNOTIFY RegisterDeviceNotificationA(HANDLE recipient, LPVOID filter, DWORD flags)
{
    struct dhp_notification *it = dhp_notifications;
    const DEV_BROADCAST_DEVICEINTERFACE_A *of = filter;
    bool all = (flags & DEVICE_NOTIFY_ALL_INTERFACE_CLASSES) != 0;
    NTSTATUS status = STATUS_SUCCESS;
    while (it < dhp_notifications + DHP_NOTIFICATIONS && it->used)
        it++;
    if (it == dhp_notifications + DHP_NOTIFICATIONS || of->dbcc_devicetype != DBT_DEVTYP_DEVICEINTERFACE)
        return NULL;
    it->window = recipient;
    it->handle[0] = all || IsEqualGUID(&of->dbcc_classguid, &GUID_DEVICE_PROCESSOR)
        ? dhp_register_class("processor", &status)
        : dhp_register_class(IsEqualGUID(&of->dbcc_classguid, &GUID_DEVICE_MEMORY) ? "memory" : "other", &status);
    it->handle[1] = all && status >= 0 ? dhp_register_class("memory", &status) : 0;
    it->used = status >= 0;
    return dhp_succeeds(status) ? it : NULL;
}
BOOL UnregisterDeviceNotification(HDEVNOTIFY handle)
{
    struct dhp_notification *it = handle;
    if (!it || !it->used)
        return dhp_succeeds(STATUS_INVALID_HANDLE);
    for (int i = 0; i < 2; i++)
        if (it->handle[i])
            dhp_call("\"call\":\"close-registration\",\"registration\":%llu", (unsigned long long)it->handle[i]);
    it->used = false;
    return TRUE;
}

/* ---- Events ---- */

static void dhp_win_main(PVOID context)
{
    static char command[1];
    int result = WinMain(GetModuleHandleA(NULL), NULL, command, 1);
    (void)context;
    dhp_returned = true;
    dhp_result = result;
}

static void dhp_window_message(const char *line)
{
    bool arrival = strstr(line, "\"arrival\":true"), interface = strstr(line, "\"isInterface\":true");
    DEV_BROADCAST_DEVICEINTERFACE_A change = {
        .dbcc_size = sizeof change,
        .dbcc_devicetype = interface ? DBT_DEVTYP_DEVICEINTERFACE : DBT_DEVTYP_VOLUME,
        .dbcc_classguid = dhp_is(line, "class", "memory") ? GUID_DEVICE_MEMORY
            : dhp_is(line, "class", "processor") ? GUID_DEVICE_PROCESSOR : GUID_DEVICE_INTERFACE_ARRIVAL,
    };
    WPARAM what = arrival ? DBT_DEVICEARRIVAL : interface ? DBT_DEVICEREMOVECOMPLETE : DBT_DEVNODES_CHANGED;
    for (HWND window = dhp_windows; window < dhp_windows + DHP_WINDOWS; window++)
        if (window->used) {
            dhp_procedure(window, WM_DEVICECHANGE, what, what == DBT_DEVNODES_CHANGED ? 0 : (LPARAM)&change);
            return;
        }
}

static NTSTATUS dhp_handle_application(const char *line)
{
    if (dhp_is(line, "event", "load")) {
        dhp_add_thread(dhp_win_main, NULL, 0);
        dhp_run_threads();
        return dhp_returned ? STATUS_UNSUCCESSFUL : STATUS_SUCCESS;
    }
    if (dhp_is(line, "event", "unload")) {
        HWND window = dhp_windows;
        while (window < dhp_windows + DHP_WINDOWS - 1 && !window->used)
            window++;
        PostMessageA(window, WM_CLOSE, 0, 0);
        dhp_run_threads();
    } else if (dhp_is(line, "event", "window-message")) {
        dhp_window_message(line);
    } else if (dhp_is(line, "event", "run")) {
        if (DhpWork)
            DhpWork();
    } else if (dhp_is(line, "event", "tick")) {
        dhp_tick((int)dhp_number(line, "milliseconds"));
    }
    return STATUS_SUCCESS;
}
#endif
