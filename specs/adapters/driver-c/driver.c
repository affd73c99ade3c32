/*
 * A driver of a disk, as one writes it for Windows: data and a thread for each processor, a buffer that is sized by
 * memory, an interrupt, DMA, and a queue for requests that have to wait. Replace it by your own.
 */
#include <ntddk.h>

#define TAG 'ksiD'
#define BYTES_OF_MEMORY_PER_BYTE_OF_BUFFER 4096
#define TIME_OUT_SECONDS 60

typedef struct _PER_PROCESSOR {
    ULONG Requests;
    PKTHREAD Worker;
    KEVENT Stop;
    PROCESSOR_NUMBER Number;
} PER_PROCESSOR, *PPER_PROCESSOR;

typedef struct _DEVICE_EXTENSION {
    PDEVICE_OBJECT Self, Lower;
    PKINTERRUPT Interrupt;
    KDPC Dpc;
    KTIMER Timer;
    KDPC TimerDpc;
    ULONG *Registers;
    BOOLEAN Paused, Asleep;
    LIST_ENTRY Held, Active;
    ULONG Waited;
} DEVICE_EXTENSION, *PDEVICE_EXTENSION;

/* One for the driver. The table is made for the maximum; what it points to is allocated for each processor. */
static struct {
    PVOID Callback, ProcessorNotice, MemoryNotice;
    PPER_PROCESSOR *Table;
    ULONG Maximum, ActiveCount;
    PVOID Buffer;
    SIZE_T BufferBytes;
} Driver;

/* ---- Processors ---- */

static PPER_PROCESSOR Here(void)
{
    return Driver.Table[KeGetCurrentProcessorNumberEx(NULL)];
}

static void Worker(PVOID context)
{
    PPER_PROCESSOR data = context;
    GROUP_AFFINITY affinity = { 0 };
    affinity.Group = data->Number.Group;
    affinity.Mask = (KAFFINITY)1 << data->Number.Number;
    KeSetSystemGroupAffinityThread(&affinity, NULL);
    KeWaitForSingleObject(&data->Stop, Executive, KernelMode, FALSE, NULL);
    PsTerminateSystemThread(STATUS_SUCCESS);
}

static NTSTATUS StartWorker(PPER_PROCESSOR data)
{
    HANDLE handle;
    NTSTATUS status = PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, NULL, NULL, NULL, Worker, data);
    if (NT_SUCCESS(status)) {
        ObReferenceObjectByHandle(handle, THREAD_ALL_ACCESS, *PsThreadType, KernelMode, (PVOID *)&data->Worker, NULL);
        ZwClose(handle);
    }
    return status;
}

static void StopWorker(PPER_PROCESSOR data)
{
    if (data->Worker) {
        KeSetEvent(&data->Stop, IO_NO_INCREMENT, FALSE);
        KeWaitForSingleObject(data->Worker, Executive, KernelMode, FALSE, NULL);
        ObDereferenceObject(data->Worker);
    }
}

static void RefreshProcessors(void)
{
    Driver.ActiveCount = KeQueryActiveProcessorCountEx(ALL_PROCESSOR_GROUPS);
}

static void ProcessorChanged(PVOID context, PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT change, PNTSTATUS operationStatus)
{
    ULONG index = change->NtNumber;
    PPER_PROCESSOR data;
    UNREFERENCED_PARAMETER(context);
    switch (change->State) {
    case KeProcessorAddStartNotify:
        data = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof *data, TAG);
        if (!data) {
            *operationStatus = STATUS_INSUFFICIENT_RESOURCES;
            break;
        }
        data->Number = change->ProcNumber;
        KeInitializeEvent(&data->Stop, NotificationEvent, FALSE);
        Driver.Table[index] = data;
        break;
    case KeProcessorAddCompleteNotify:
        RefreshProcessors();
        StartWorker(Driver.Table[index]);
        break;
    case KeProcessorAddFailureNotify:
        if (Driver.Table[index]) {
            ExFreePoolWithTag(Driver.Table[index], TAG);
            Driver.Table[index] = NULL;
        }
        break;
    }
}

/* ---- Memory ---- */

static void ResizeBuffer(void)
{
    PHYSICAL_ADDRESS highest = { .QuadPart = -1 };
    SIZE_T bytes = (SIZE_T)(DhpPhysicalMemory() / BYTES_OF_MEMORY_PER_BYTE_OF_BUFFER);
    PVOID buffer = bytes == Driver.BufferBytes ? NULL : MmAllocateContiguousMemory(bytes, highest);
    if (!buffer)
        return;
    if (Driver.Buffer)
        MmFreeContiguousMemory(Driver.Buffer);
    Driver.Buffer = buffer;
    Driver.BufferBytes = bytes;
}

static NTSTATUS InterfaceChanged(PVOID structure, PVOID context)
{
    PDEVICE_INTERFACE_CHANGE_NOTIFICATION notice = structure;
    UNREFERENCED_PARAMETER(context);
    if (!IsEqualGUID(&notice->Event, &GUID_DEVICE_INTERFACE_ARRIVAL))
        return STATUS_SUCCESS;
    if (IsEqualGUID(&notice->InterfaceClassGuid, &GUID_DEVICE_PROCESSOR))
        RefreshProcessors();
    else if (IsEqualGUID(&notice->InterfaceClassGuid, &GUID_DEVICE_MEMORY))
        ResizeBuffer();
    return STATUS_SUCCESS;
}

/* ---- Requests ---- */

static void Issue(PDEVICE_EXTENSION device, PIRP irp)
{
    WRITE_REGISTER_ULONG(&device->Registers[0], 1);
    DhpStartTransfer(DhpRequestAddress(irp));
    device->Waited = 0;
    InsertTailList(&device->Active, &irp->Tail.Overlay.ListEntry);
}

static void CompleteAll(PLIST_ENTRY list, NTSTATUS status)
{
    while (!IsListEmpty(list)) {
        PIRP irp = CONTAINING_RECORD(RemoveHeadList(list), IRP, Tail.Overlay.ListEntry);
        irp->IoStatus.Status = status;
        irp->IoStatus.Information = NT_SUCCESS(status) ? MmGetMdlByteCount(irp->MdlAddress) : 0;
        IoCompleteRequest(irp, IO_NO_INCREMENT);
    }
}

static void ReleaseHeld(PDEVICE_EXTENSION device)
{
    while (!device->Paused && !device->Asleep && !IsListEmpty(&device->Held))
        Issue(device, CONTAINING_RECORD(RemoveHeadList(&device->Held), IRP, Tail.Overlay.ListEntry));
}

static NTSTATUS ReadOrWrite(PDEVICE_OBJECT object, PIRP irp)
{
    PDEVICE_EXTENSION device = object->DeviceExtension;
    Here()->Requests++;
    IoMarkIrpPending(irp);
    device->Waited = 0;
    if (device->Paused || device->Asleep)
        InsertTailList(&device->Held, &irp->Tail.Overlay.ListEntry);
    else
        Issue(device, irp);
    return STATUS_PENDING;
}

static BOOLEAN Isr(PKINTERRUPT interrupt, PVOID context)
{
    PDEVICE_EXTENSION device = context;
    UNREFERENCED_PARAMETER(interrupt);
    Here()->Requests++;
    READ_REGISTER_ULONG(&device->Registers[1]);
    KeInsertQueueDpc(&device->Dpc, NULL, NULL);
    return TRUE;
}

static void DpcForIsr(PKDPC dpc, PVOID context, PVOID a, PVOID b)
{
    UNREFERENCED_PARAMETER(dpc);
    UNREFERENCED_PARAMETER(a);
    UNREFERENCED_PARAMETER(b);
    CompleteAll(&((PDEVICE_EXTENSION)context)->Active, STATUS_SUCCESS);
}

/* A request that is held waits, too: the time that it is given has to outlast a sleep. */
static void EverySecond(PKDPC dpc, PVOID context, PVOID a, PVOID b)
{
    PDEVICE_EXTENSION device = context;
    UNREFERENCED_PARAMETER(dpc);
    UNREFERENCED_PARAMETER(a);
    UNREFERENCED_PARAMETER(b);
    if ((IsListEmpty(&device->Active) && IsListEmpty(&device->Held)) || ++device->Waited < TIME_OUT_SECONDS)
        return;
    CompleteAll(&device->Active, STATUS_IO_TIMEOUT);
    CompleteAll(&device->Held, STATUS_IO_TIMEOUT);
}

/* ---- Plug and Play ---- */

static NTSTATUS Connect(PDEVICE_EXTENSION device, PCM_RESOURCE_LIST resources)
{
    PCM_PARTIAL_RESOURCE_LIST list = &resources->List[0].PartialResourceList;
    IO_CONNECT_INTERRUPT_PARAMETERS connect = { 0 };
    for (ULONG i = 0; i < list->Count; i++) {
        PCM_PARTIAL_RESOURCE_DESCRIPTOR it = &list->PartialDescriptors[i];
        if (it->Type == CmResourceTypeMemory)
            device->Registers = MmMapIoSpace(it->u.Memory.Start, it->u.Memory.Length, MmNonCached);
        if (it->Type != CmResourceTypeInterrupt)
            continue;
        connect.Version = CONNECT_FULLY_SPECIFIED_GROUP;
        connect.FullySpecified.InterruptObject = &device->Interrupt;
        connect.FullySpecified.ServiceRoutine = Isr;
        connect.FullySpecified.ServiceContext = device;
        connect.FullySpecified.Vector = it->u.Interrupt.Vector;
        connect.FullySpecified.Group = it->u.Interrupt.Group;
        connect.FullySpecified.ProcessorEnableMask = it->u.Interrupt.Affinity;
    }
    return IoConnectInterruptEx(&connect);
}

static void Disconnect(PDEVICE_EXTENSION device)
{
    IO_DISCONNECT_INTERRUPT_PARAMETERS disconnect = { 0 };
    if (!device->Interrupt)
        return;
    disconnect.Version = CONNECT_FULLY_SPECIFIED_GROUP;
    disconnect.ConnectionContext.InterruptObject = device->Interrupt;
    IoDisconnectInterruptEx(&disconnect);
    device->Interrupt = NULL;
}

static void Quiesce(PDEVICE_EXTENSION device)
{
    CompleteAll(&device->Active, STATUS_SUCCESS); /* The device is waited for. */
    DhpStopTransfers();
}

static NTSTATUS Complete(PIRP irp, NTSTATUS status)
{
    irp->IoStatus.Status = status;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

static NTSTATUS PassDown(PDEVICE_EXTENSION device, PIRP irp)
{
    irp->IoStatus.Status = STATUS_SUCCESS;
    IoSkipCurrentIrpStackLocation(irp);
    return IoCallDriver(device->Lower, irp);
}

static NTSTATUS Pnp(PDEVICE_OBJECT object, PIRP irp)
{
    PDEVICE_EXTENSION device = object->DeviceExtension;
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    NTSTATUS status;
    LARGE_INTEGER second = { .QuadPart = -10000000 };
    switch (stack->MinorFunction) {
    case IRP_MN_START_DEVICE:
        if (!IoForwardIrpSynchronously(device->Lower, irp) || !NT_SUCCESS(irp->IoStatus.Status))
            return Complete(irp, STATUS_UNSUCCESSFUL);
        status = Connect(device, stack->Parameters.StartDevice.AllocatedResourcesTranslated);
        if (NT_SUCCESS(status)) {
            device->Paused = FALSE;
            KeSetTimerEx(&device->Timer, second, 1000, &device->TimerDpc);
            ReleaseHeld(device);
        }
        return Complete(irp, status);
    case IRP_MN_QUERY_STOP_DEVICE:
        device->Paused = TRUE;
        return PassDown(device, irp);
    case IRP_MN_STOP_DEVICE:
        Quiesce(device);
        KeCancelTimer(&device->Timer);
        Disconnect(device);
        return PassDown(device, irp);
    case IRP_MN_CANCEL_STOP_DEVICE:
        IoForwardIrpSynchronously(device->Lower, irp);
        device->Paused = FALSE;
        ReleaseHeld(device);
        return Complete(irp, STATUS_SUCCESS);
    case IRP_MN_REMOVE_DEVICE:
        Quiesce(device);
        KeCancelTimer(&device->Timer);
        Disconnect(device);
        status = PassDown(device, irp);
        IoDetachDevice(device->Lower);
        IoDeleteDevice(object);
        return status;
    default:
        IoSkipCurrentIrpStackLocation(irp);
        return IoCallDriver(device->Lower, irp);
    }
}

/* ---- Power ---- */

static void DevicePowered(PDEVICE_OBJECT object, UCHAR minor, POWER_STATE state, PVOID context, PIO_STATUS_BLOCK status)
{
    PIRP systemIrp = context;
    PDEVICE_EXTENSION device = object->DeviceExtension;
    UNREFERENCED_PARAMETER(minor);
    if (state.DeviceState == PowerDeviceD0) {
        device->Asleep = FALSE;
        ReleaseHeld(device);
    }
    systemIrp->IoStatus.Status = status->Status;
    IoCompleteRequest(systemIrp, IO_NO_INCREMENT);
}

static NTSTATUS Power(PDEVICE_OBJECT object, PIRP irp)
{
    PDEVICE_EXTENSION device = object->DeviceExtension;
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    if (stack->MinorFunction == IRP_MN_SET_POWER && stack->Parameters.Power.Type == SystemPowerState) {
        POWER_STATE wanted;
        wanted.DeviceState = stack->Parameters.Power.State.SystemState == PowerSystemWorking ? PowerDeviceD0 : PowerDeviceD3;
        IoMarkIrpPending(irp);
        PoRequestPowerIrp(object, IRP_MN_SET_POWER, wanted, DevicePowered, irp, NULL);
        return STATUS_PENDING;
    }
    if (stack->MinorFunction == IRP_MN_SET_POWER && stack->Parameters.Power.State.DeviceState == PowerDeviceD3) {
        device->Asleep = TRUE;
        Quiesce(device);
    }
    PoStartNextPowerIrp(irp);
    IoSkipCurrentIrpStackLocation(irp);
    return PoCallDriver(device->Lower, irp);
}

/* ---- Load and unload ---- */

static NTSTATUS AddDevice(PDRIVER_OBJECT driver, PDEVICE_OBJECT physical)
{
    PDEVICE_OBJECT object;
    NTSTATUS status = IoCreateDevice(driver, sizeof(DEVICE_EXTENSION), NULL, FILE_DEVICE_DISK, 0, FALSE, &object);
    if (!NT_SUCCESS(status))
        return status;
    PDEVICE_EXTENSION device = object->DeviceExtension;
    device->Self = object;
    device->Lower = IoAttachDeviceToDeviceStack(object, physical);
    InitializeListHead(&device->Held);
    InitializeListHead(&device->Active);
    KeInitializeDpc(&device->Dpc, DpcForIsr, device);
    KeInitializeDpc(&device->TimerDpc, EverySecond, device);
    KeInitializeTimer(&device->Timer);
    object->Flags &= ~(ULONG)DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}

static void Unload(PDRIVER_OBJECT driver)
{
    UNREFERENCED_PARAMETER(driver);
    if (Driver.Callback)
        KeDeregisterProcessorChangeCallback(Driver.Callback);
    if (Driver.ProcessorNotice)
        IoUnregisterPlugPlayNotificationEx(Driver.ProcessorNotice);
    if (Driver.MemoryNotice)
        IoUnregisterPlugPlayNotificationEx(Driver.MemoryNotice);
    for (ULONG i = 0; Driver.Table && i < Driver.Maximum; i++) {
        if (Driver.Table[i]) {
            StopWorker(Driver.Table[i]);
            ExFreePoolWithTag(Driver.Table[i], TAG);
        }
    }
    if (Driver.Table)
        ExFreePoolWithTag(Driver.Table, TAG);
    if (Driver.Buffer)
        MmFreeContiguousMemory(Driver.Buffer);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING registry)
{
    UNREFERENCED_PARAMETER(registry);
    driver->DriverUnload = Unload;
    driver->DriverExtension->AddDevice = AddDevice;
    driver->MajorFunction[IRP_MJ_READ] = driver->MajorFunction[IRP_MJ_WRITE] = ReadOrWrite;
    driver->MajorFunction[IRP_MJ_PNP] = Pnp;
    driver->MajorFunction[IRP_MJ_POWER] = Power;
    Driver.Maximum = KeQueryMaximumProcessorCountEx(ALL_PROCESSOR_GROUPS);
    Driver.Table = ExAllocatePool2(POOL_FLAG_NON_PAGED, Driver.Maximum * sizeof *Driver.Table, TAG);
    if (!Driver.Table)
        return STATUS_INSUFFICIENT_RESOURCES;
    Driver.Callback = KeRegisterProcessorChangeCallback(ProcessorChanged, NULL, KE_PROCESSOR_CHANGE_ADD_EXISTING);
    if (!Driver.Callback) {
        Unload(driver);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    IoRegisterPlugPlayNotification(EventCategoryDeviceInterfaceChange, 0, (PVOID)&GUID_DEVICE_PROCESSOR, driver,
        InterfaceChanged, NULL, &Driver.ProcessorNotice);
    IoRegisterPlugPlayNotification(EventCategoryDeviceInterfaceChange, 0, (PVOID)&GUID_DEVICE_MEMORY, driver,
        InterfaceChanged, NULL, &Driver.MemoryNotice);
    ResizeBuffer();
    return STATUS_SUCCESS;
}
