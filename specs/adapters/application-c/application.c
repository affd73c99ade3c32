/*
 * A service, as one writes it for Windows: a thread and counters for each processor, a buffer that is sized by memory,
 * and a window that hears of new processors and memory. Replace it by your own.
 */
#include <windows.h>
#include <dbt.h>

#define BYTES_OF_MEMORY_PER_BYTE_OF_BUFFER 1024

typedef struct _WORKER {
    ULONG Requests;
    HANDLE Thread;
    PROCESSOR_NUMBER Number;
} WORKER;

static HDEVNOTIFY ProcessorNotice, MemoryNotice;
static HANDLE End;
static WORKER **Workers; /* By group and number; made for the maximum. */
static DWORD ActiveCount;
static LPVOID Buffer;
static DWORDLONG BufferBytes;

static WORKER **PlaceOf(const PROCESSOR_NUMBER *number)
{
    return &Workers[number->Group * MAXIMUM_PROC_PER_GROUP + number->Number];
}

/* What a thread does for a request, wherever it runs. */
void DhpWork(void)
{
    PROCESSOR_NUMBER here;
    GetCurrentProcessorNumberEx(&here);
    if (*PlaceOf(&here))
        (*PlaceOf(&here))->Requests++;
}

static DWORD Work(LPVOID parameter)
{
    (void)parameter;
    WaitForSingleObject(End, INFINITE);
    return 0;
}

static void AddWorker(WORD group, BYTE number)
{
    GROUP_AFFINITY affinity = { (KAFFINITY)1 << number, group, { 0 } };
    WORKER *worker = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *worker);
    if (!worker)
        return;
    worker->Number.Group = group;
    worker->Number.Number = number;
    *PlaceOf(&worker->Number) = worker;
    worker->Thread = CreateThread(NULL, 0, Work, worker, 0, NULL);
    SetThreadGroupAffinity(worker->Thread, &affinity, NULL);
}

/* Data first, then a thread, and at last the mask of the process, which covers group 0. */
static void RefreshProcessors(void)
{
    union { SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX all; BYTE bytes[4096]; } system;
    DWORD length = sizeof system;
    DWORD_PTR mask, wanted;
    ActiveCount = GetActiveProcessorCount(ALL_PROCESSOR_GROUPS);
    if (!GetLogicalProcessorInformationEx(RelationGroup, &system.all, &length))
        return;
    for (WORD group = 0; group < system.all.Group.ActiveGroupCount; group++) {
        for (BYTE number = 0; number < MAXIMUM_PROC_PER_GROUP; number++) {
            PROCESSOR_NUMBER place = { group, number, 0 };
            if (!*PlaceOf(&place) && (system.all.Group.GroupInfo[group].ActiveProcessorMask >> number & 1))
                AddWorker(group, number);
        }
    }
    if (GetProcessAffinityMask(GetCurrentProcess(), &mask, &wanted) && mask != wanted)
        SetProcessAffinityMask(GetCurrentProcess(), wanted);
}

static void ResizeBuffer(void)
{
    MEMORYSTATUSEX status = { .dwLength = sizeof status };
    if (!GlobalMemoryStatusEx(&status) || status.ullTotalPhys / BYTES_OF_MEMORY_PER_BYTE_OF_BUFFER == BufferBytes)
        return;
    LPVOID larger = VirtualAlloc(NULL, status.ullTotalPhys / BYTES_OF_MEMORY_PER_BYTE_OF_BUFFER,
        MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    if (!larger)
        return;
    if (Buffer)
        VirtualFree(Buffer, 0, MEM_RELEASE);
    Buffer = larger;
    BufferBytes = status.ullTotalPhys / BYTES_OF_MEMORY_PER_BYTE_OF_BUFFER;
}

static HDEVNOTIFY Register(HWND window, const GUID *class)
{
    DEV_BROADCAST_DEVICEINTERFACE filter = { 0 };
    filter.dbcc_size = sizeof filter;
    filter.dbcc_devicetype = DBT_DEVTYP_DEVICEINTERFACE;
    filter.dbcc_classguid = *class;
    return RegisterDeviceNotification(window, &filter, DEVICE_NOTIFY_WINDOW_HANDLE);
}

static void OnDeviceChange(WPARAM what, const DEV_BROADCAST_HDR *header)
{
    const DEV_BROADCAST_DEVICEINTERFACE *change = (const DEV_BROADCAST_DEVICEINTERFACE *)header;
    if (what != DBT_DEVICEARRIVAL || header->dbch_devicetype != DBT_DEVTYP_DEVICEINTERFACE)
        return;
    if (IsEqualGUID(&change->dbcc_classguid, &GUID_DEVICE_PROCESSOR))
        RefreshProcessors();
    else if (IsEqualGUID(&change->dbcc_classguid, &GUID_DEVICE_MEMORY))
        ResizeBuffer();
}

static LRESULT CALLBACK WindowProcedure(HWND window, UINT message, WPARAM w, LPARAM l)
{
    switch (message) {
    case WM_CREATE:
        ProcessorNotice = Register(window, &GUID_DEVICE_PROCESSOR);
        MemoryNotice = Register(window, &GUID_DEVICE_MEMORY);
        return 0;
    case WM_DEVICECHANGE:
        OnDeviceChange(w, (const DEV_BROADCAST_HDR *)l);
        return TRUE;
    case WM_DESTROY:
        if (ProcessorNotice)
            UnregisterDeviceNotification(ProcessorNotice);
        if (MemoryNotice)
            UnregisterDeviceNotification(MemoryNotice);
        PostQuitMessage(0);
        return 0;
    default:
        return DefWindowProc(window, message, w, l);
    }
}

int WINAPI WinMain(HINSTANCE instance, HINSTANCE previous, LPSTR command, int show)
{
    WNDCLASS class = { .lpfnWndProc = WindowProcedure, .hInstance = instance, .lpszClassName = "service" };
    MSG message;
    (void)previous, (void)command, (void)show;
    End = CreateEvent(NULL, TRUE, FALSE, NULL);
    Workers = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY,
        GetMaximumProcessorGroupCount() * MAXIMUM_PROC_PER_GROUP * sizeof *Workers);
    if (!End || !Workers)
        return 1;
    RegisterClass(&class);
    if (!CreateWindowEx(0, "service", "", 0, 0, 0, 0, 0, HWND_MESSAGE, NULL, instance, NULL))
        return 1;
    RefreshProcessors();
    ResizeBuffer();
    while (GetMessage(&message, NULL, 0, 0) > 0) {
        TranslateMessage(&message);
        DispatchMessage(&message);
    }
    SetEvent(End);
    return (int)message.wParam;
}
