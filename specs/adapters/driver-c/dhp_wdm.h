/*
 * Windows driver code for dynamic hardware partitioning, in user mode, under test by DhpConformance. One file of C11
 * for Linux, macOS and WSL, without dependencies.
 *
 *     cc -std=gnu11 -O1 -I. -o driver driver.c dhp_main.c
 *     dhp run --role consumer --implementation command:./driver
 *
 * It declares the documented names that such code needs, with the meaning that the public documentation gives them.
 * Each call becomes a call of the protocol (`dhp specs protocol`), each event of the protocol calls the driver.
 *
 * Exactly one source file defines DHP_WDM_IMPLEMENTATION before it includes this one, and with it:
 *     DHP_NAME      a name for reports
 *     DHP_TRAITS    what the driver says that it does, as strings; see `dhp specs consumers`
 *     DHP_PROCESSOR_LIMIT   the most processors that it can work with, if it has a limit
 *
 * Code in C++ may include it, too; the file with the implementation is C. Code that asks for __linux__ to tell systems
 * apart is compiled with -U__linux__.
 *
 * Memory of the pools ends at a guard page, and freed memory is never used again: what reads or writes beyond it ends
 * the process, which is what a bug check is here. Every case runs in a process of its own.
 */
#ifndef DHP_WDM_H
#define DHP_WDM_H

#if !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif

/*
 * Tags of pools are written as constants of several characters. Where the documentation has a pointer to void, drivers
 * pass pointers to objects without a cast.
 */
#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wmultichar"
#if !defined(__cplusplus)
#pragma GCC diagnostic ignored "-Wincompatible-pointer-types"
#endif
#endif

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

/* ---- Types ----------------------------------------------------------------------------------------------------- */

/* The first Windows Server that has processor groups and hot adds processors. */
#define NTDDI_WS03 0x05020000
#define NTDDI_VISTA 0x06000000
#define NTDDI_LONGHORN NTDDI_VISTA
#define NTDDI_WS08 0x06000100
#define NTDDI_WIN7 0x06010000
#define NTDDI_WIN8 0x06020000
#define NTDDI_WINBLUE 0x06030000
#define NTDDI_WIN10 0x0A000000
#ifndef NTDDI_VERSION
#define NTDDI_VERSION NTDDI_WIN7
#endif
#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0601
#endif
#define _WIN32_WINNT_WIN7 0x0601
#ifndef _WIN64
#define _WIN64 1
#endif
#define VOID void
#define CONST const
#define NOTHING
#define UNALIGNED
#define ANYSIZE_ARRAY 1
#define MEMORY_ALLOCATION_ALIGNMENT 16
#define POINTER_ALIGNMENT DECLSPEC_ALIGN(8)
#define DECLSPEC_SELECTANY __attribute__((weak))
#define __int64 long long
#define NTAPI
#define DECLSPEC_ALIGN(x) __attribute__((aligned(x)))
#define DECLSPEC_CACHEALIGN DECLSPEC_ALIGN(64)
#define DECLSPEC_NORETURN __attribute__((noreturn))
#define DECLSPEC_NOINLINE __attribute__((noinline))
#define DECLSPEC_IMPORT
#define __pragma(x)
#define FORCEINLINE inline __attribute__((always_inline))
#define __forceinline FORCEINLINE
#define __declspec(x)
#define __cdecl
#define __stdcall
#define __fastcall
#ifdef __cplusplus
#define EXTERN_C extern "C"
#define EXTERN_C_START extern "C" {
#define EXTERN_C_END }
#define C_ASSERT(x) static_assert(x, #x)
#else
#define EXTERN_C extern
#define EXTERN_C_START
#define EXTERN_C_END
#define C_ASSERT(x) _Static_assert(x, #x)
#ifndef static_assert
#define static_assert _Static_assert
#endif
#endif
#define NTKERNELAPI
#define NTSYSAPI
/* No exception is ever caught: what would raise one ends the process. */
#ifndef __cplusplus
#define __try if (1)
#define __except(x) else if (0)
#define __finally
#define GetExceptionCode() STATUS_UNSUCCESSFUL
#define EXCEPTION_EXECUTE_HANDLER 1
#endif
#define TRUE 1
#define FALSE 0
#define IN
#define OUT
#define OPTIONAL
#define _In_
#define _In_opt_
#define _Out_
#define _Out_opt_
#define _Inout_
#define _Inout_opt_
#define _In_reads_bytes_(x)
#define _Out_writes_bytes_(x)
#define _Outptr_
#define _Outptr_opt_
#define _Use_decl_annotations_
#define _Function_class_(x)
#define _IRQL_requires_(x)
#define _IRQL_requires_max_(x)
#define _IRQL_requires_min_(x)
#define _IRQL_requires_same_
#define _IRQL_saves_
#define _IRQL_restores_
#define _Must_inspect_result_
#define _Check_return_
#define _Success_(x)
#define _When_(a, b)
#define _Dispatch_type_(x)
#define _Requires_lock_held_(x)
#define _Acquires_lock_(x)
#define _Releases_lock_(x)
#define _Requires_lock_not_held_(x)
#define _Requires_exclusive_lock_held_(x)
#define _Requires_shared_lock_held_(x)
#define _Acquires_exclusive_lock_(x)
#define _Releases_exclusive_lock_(x)
#define _Acquires_shared_lock_(x)
#define _Releases_shared_lock_(x)
#define _Guarded_by_(x)
#define _Interlocked_operand_
#define _IRQL_raises_(x)
#define _IRQL_always_function_max_(x)
#define _IRQL_always_function_min_(x)
#define _IRQL_uses_cancel_
#define _Kernel_clear_do_init_(x)
#define _In_z_
#define _Out_writes_z_(x)
#define _Out_writes_all_(x)
#define _Out_writes_to_(a, b)
#define _Out_writes_bytes_opt_(x)
#define _Out_range_(a, b)
#define _Out_z_cap_(x)
#define _Outptr_result_z_
#define _Outptr_result_maybenull_z_
#define _Outptr_result_nullonfailure_
#define _Outptr_opt_result_maybenull_
#define _Outptr_result_buffer_(x)
#define _Outptr_result_buffer_maybenull_(x)
#define _Inout_z_
#define _Inout_bytecount_(x)
#define _Ret_z_
#define _Ret_maybenull_z_
#define _Ret_range_(a, b)
#define _Ret_writes_bytes_(x)
#define _Ret_writes_bytes_maybenull_(x)
#define _Null_terminated_
#define _Notnull_
#define _Maybenull_
#define _Deref_out_
#define _Deref_out_opt_
#define _Points_to_data_
#define _Struct_size_bytes_(x)
#define _No_competing_thread_
#define _Has_lock_kind_(x)
#define _Create_lock_level_(x)
#define _Lock_level_order_(a, b)
#define _Interlocked_
#define _Must_hold_lock_
#define _Acquires_nonreentrant_lock_(x)
#define _Releases_nonreentrant_lock_(x)
#define _Strict_type_match_
#define _Enum_is_bitflag_
#define _In_opt_z_
#define _In_reads_(x)
#define _In_reads_opt_(x)
#define _In_reads_bytes_opt_(x)
#define _Inout_updates_(x)
#define _Inout_updates_bytes_(x)
#define _Out_writes_(x)
#define _Out_writes_opt_(x)
#define _Out_writes_bytes_to_(a, b)
#define _Outptr_result_maybenull_
#define _Ret_maybenull_
#define _Ret_notnull_
#define _Return_type_success_(x)
#define _Reserved_
#define _Pre_
#define _Post_
#define _At_(a, b)
#define _Analysis_assume_(x)
#define _Analysis_assume_lock_held_(x)
#define _Printf_format_string_
#define _Writable_elements_(x)
#define _Readable_elements_(x)
#define _Field_size_(x)
#define _Field_size_bytes_(x)
#define _Field_range_(a, b)
#define _In_range_(a, b)
#define _Post_maybenull_
#define _Post_notnull_
#define _Pre_maybenull_
#define _Post_satisfies_(x)
#define _Pre_satisfies_(x)
#define _Post_writable_byte_size_(x)
#define _Post_invalid_
#define _At_buffer_(a, b, c, d)
#define _Maybe_raises_SEH_exception_
#define _Requires_no_locks_held_
#define _Inout_updates_opt_(x)
#define _Outptr_result_bytebuffer_(x)
#define _Deref_out_range_(a, b)
#define _Unreferenced_parameter_
#define __analysis_assume(x)
#define __checkReturn
#define __callback
#define __reserved
#define __deref_out
#define __deref_out_opt
#define __in_bcount(x)
#define __in_ecount(x)
#define __in_bcount_opt(x)
#define __out_bcount(x)
#define __out_ecount(x)
#define __inout_bcount(x)
#define __drv_requiresIRQL(x)
#define __drv_maxIRQL(x)
#define __drv_minIRQL(x)
#define __drv_sameIRQL
#define __drv_allocatesMem(x)
#define __drv_freesMem(x)
#define __drv_aliasesMem
#define __drv_dispatchType(x)
#define __drv_when(a, b)
#define __drv_functionClass(x)
#define __in
#define __in_opt
#define __out
#define __out_opt
#define __inout
#define __inout_opt
#define UNREFERENCED_PARAMETER(x) ((void)(x))
#define UNREFERENCED_LOCAL_VARIABLE(x) ((void)(x))
#define ARGUMENT_PRESENT(x) ((x) != NULL)
#define DBG_UNREFERENCED_PARAMETER(x) ((void)(x))
#define PAGED_CODE() {}
#define ASSERT(x) ((x) ? (void)0 : DhpBugCheck("an assertion failed: " #x))
#define NT_ASSERT(x) ASSERT(x)
#define CONTAINING_RECORD(address, type, field) ((type *)((char *)(address) - offsetof(type, field)))
#define FIELD_OFFSET(type, field) ((LONG)offsetof(type, field))
#define RTL_NUMBER_OF(a) (sizeof(a) / sizeof((a)[0]))
#define ARRAYSIZE(a) RTL_NUMBER_OF(a)
#define ALIGN_UP_BY(n, a) (((ULONG_PTR)(n) + (a) - 1) & ~((ULONG_PTR)(a) - 1))
#define SYSTEM_CACHE_ALIGNMENT_SIZE 64
#define PAGE_SIZE 4096
#define PAGE_SHIFT 12
#if !defined(min) && !defined(__cplusplus)
#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))
#endif

EXTERN_C_START

typedef void *PVOID;
typedef char CHAR, *PCHAR, CCHAR, *PCCHAR, *PSTR;
typedef const char *PCSTR;
typedef unsigned char UCHAR, *PUCHAR, BOOLEAN, *PBOOLEAN, BYTE;
typedef int16_t SHORT, *PSHORT, CSHORT;
typedef uint16_t USHORT, *PUSHORT, WORD;
typedef int32_t LONG, *PLONG, INT, NTSTATUS, *PNTSTATUS, BOOL;
typedef uint32_t ULONG, *PULONG, UINT, DWORD, UINT32;
typedef int64_t LONGLONG, LONG64, LONG_PTR, SSIZE_T, INT_PTR, INT64;
typedef uint64_t ULONGLONG, ULONG64, *PULONG64, ULONG_PTR, *PULONG_PTR, SIZE_T, *PSIZE_T, KAFFINITY, *PKAFFINITY, UINT64;
typedef uint64_t *PULONGLONG, *PUINT64;
typedef int64_t *PLONGLONG, *PLONG64, *PLONG_PTR, *PINT64;
typedef uint32_t *PUINT, *PUINT32, *PDWORD;
typedef UCHAR *PBYTE;
typedef uint64_t UINT_PTR, DWORD64, KSPIN_LOCK, *PKSPIN_LOCK, PFN_NUMBER, *PPFN_NUMBER;
typedef uint8_t UINT8;
typedef uint16_t UINT16;
typedef wchar_t WCHAR, *PWCHAR, *PWSTR;
typedef const wchar_t *PCWSTR;
typedef void *HANDLE, **PHANDLE;
typedef UCHAR KIRQL, *PKIRQL;
typedef CCHAR KPROCESSOR_MODE;
typedef LONG KPRIORITY;
typedef ULONG POOL_TYPE_ALIAS, ACCESS_MASK;
typedef ULONG64 POOL_FLAGS;

typedef union _LARGE_INTEGER {
    struct { ULONG LowPart; LONG HighPart; };
    struct { ULONG LowPart; LONG HighPart; } u;
    LONGLONG QuadPart;
} LARGE_INTEGER, *PLARGE_INTEGER, PHYSICAL_ADDRESS, *PPHYSICAL_ADDRESS;

typedef union _ULARGE_INTEGER { struct { ULONG LowPart, HighPart; }; ULONGLONG QuadPart; } ULARGE_INTEGER;
typedef struct _UNICODE_STRING { USHORT Length, MaximumLength; PWSTR Buffer; } UNICODE_STRING, *PUNICODE_STRING;
typedef const UNICODE_STRING *PCUNICODE_STRING;
typedef struct _STRING { USHORT Length, MaximumLength; PCHAR Buffer; } STRING, ANSI_STRING, *PANSI_STRING;
typedef struct _GUID { ULONG Data1; USHORT Data2, Data3; UCHAR Data4[8]; } GUID, *LPGUID;
typedef const GUID *LPCGUID;
typedef struct _LIST_ENTRY { struct _LIST_ENTRY *Flink, *Blink; } LIST_ENTRY, *PLIST_ENTRY;
typedef struct _PROCESSOR_NUMBER { USHORT Group; UCHAR Number, Reserved; } PROCESSOR_NUMBER, *PPROCESSOR_NUMBER;
typedef struct _GROUP_AFFINITY { KAFFINITY Mask; USHORT Group; USHORT Reserved[3]; } GROUP_AFFINITY, *PGROUP_AFFINITY;

#define IsEqualGUID(a, b) (memcmp((a), (b), sizeof(GUID)) == 0)
#define InlineIsEqualGUID(a, b) IsEqualGUID(a, b)
#define DEFINE_GUID(name, a, b, c, d0, d1, d2, d3, d4, d5, d6, d7) \
    static const GUID name __attribute__((unused)) = { a, b, c, { d0, d1, d2, d3, d4, d5, d6, d7 } }

DEFINE_GUID(GUID_DEVICE_PROCESSOR, 0x97fadb10, 0x4e33, 0x40ae, 0x35, 0x9c, 0x8b, 0xef, 0x02, 0x9d, 0xbd, 0xd0);
DEFINE_GUID(GUID_DEVICE_MEMORY, 0x3fd0f03d, 0x92e0, 0x45fb, 0xb7, 0x5c, 0x5e, 0xd8, 0xff, 0xb0, 0x10, 0x21);
DEFINE_GUID(GUID_DEVICE_INTERFACE_ARRIVAL, 0xcb3a4004, 0x46f0, 0x11d0, 0xb0, 0x8f, 0, 0x60, 0x97, 0x13, 0x05, 0x3f);
DEFINE_GUID(GUID_DEVICE_INTERFACE_REMOVAL, 0xcb3a4005, 0x46f0, 0x11d0, 0xb0, 0x8f, 0, 0x60, 0x97, 0x13, 0x05, 0x3f);

#define STATUS_SUCCESS ((NTSTATUS)0)
#define STATUS_PENDING ((NTSTATUS)0x103)
#define STATUS_TIMEOUT ((NTSTATUS)0x102)
#define STATUS_WAIT_0 ((NTSTATUS)0)
#define STATUS_BUFFER_OVERFLOW ((NTSTATUS)0x80000005)
#define STATUS_NO_MORE_ENTRIES ((NTSTATUS)0x8000001A)
#define STATUS_ACCESS_DENIED ((NTSTATUS)0xC0000022)
#define STATUS_OBJECT_TYPE_MISMATCH ((NTSTATUS)0xC0000024)
#define STATUS_OBJECT_NAME_NOT_FOUND ((NTSTATUS)0xC0000034)
#define STATUS_OBJECT_NAME_COLLISION ((NTSTATUS)0xC0000035)
#define STATUS_INTEGER_OVERFLOW ((NTSTATUS)0xC0000095)
#define STATUS_INTERNAL_ERROR ((NTSTATUS)0xC00000E5)
#define STATUS_NO_SUCH_DEVICE ((NTSTATUS)0xC000000E)
#define STATUS_INVALID_DEVICE_STATE ((NTSTATUS)0xC0000184)
#define STATUS_REVISION_MISMATCH ((NTSTATUS)0xC0000059)
#define STATUS_OBJECTID_EXISTS ((NTSTATUS)0xC000022B)
#define STATUS_NOINTERFACE ((NTSTATUS)0xC00002B9)
#define STATUS_NO_WORK_DONE ((NTSTATUS)0x80000032)
#define STATUS_INFO_LENGTH_MISMATCH ((NTSTATUS)0xC0000004)
#define STATUS_ACCESS_VIOLATION ((NTSTATUS)0xC0000005)
#define STATUS_UNKNOWN_REVISION ((NTSTATUS)0xC0000058)
#define STATUS_PROCEDURE_NOT_FOUND ((NTSTATUS)0xC000007A)
#define STATUS_DATA_ERROR ((NTSTATUS)0xC000003E)
#define STATUS_DEVICE_DOES_NOT_EXIST ((NTSTATUS)0xC00000C0)
#define STATUS_DEVICE_CONFIGURATION_ERROR ((NTSTATUS)0xC0000182)
#define STATUS_TOO_LATE ((NTSTATUS)0xC0000189)
#define STATUS_INVALID_BUFFER_SIZE ((NTSTATUS)0xC0000206)
#define STATUS_DEVICE_REMOVED ((NTSTATUS)0xC00002B6)
#define STATUS_ALREADY_REGISTERED ((NTSTATUS)0xC0000718)
#define STATUS_OBJECT_NO_LONGER_EXISTS ((NTSTATUS)0xC0210021)
#define STATUS_UNSUCCESSFUL ((NTSTATUS)0xC0000001)
#define STATUS_NOT_IMPLEMENTED ((NTSTATUS)0xC0000002)
#define STATUS_INVALID_HANDLE ((NTSTATUS)0xC0000008)
#define STATUS_INVALID_PARAMETER ((NTSTATUS)0xC000000D)
#define STATUS_INVALID_DEVICE_REQUEST ((NTSTATUS)0xC0000010)
#define STATUS_NO_MEMORY ((NTSTATUS)0xC0000017)
#define STATUS_BUFFER_TOO_SMALL ((NTSTATUS)0xC0000023)
#define STATUS_INSUFFICIENT_RESOURCES ((NTSTATUS)0xC000009A)
#define STATUS_DEVICE_NOT_READY ((NTSTATUS)0xC00000A3)
#define STATUS_IO_TIMEOUT ((NTSTATUS)0xC00000B5)
#define STATUS_NOT_SUPPORTED ((NTSTATUS)0xC00000BB)
#define STATUS_DEVICE_BUSY ((NTSTATUS)0x80000011)
#define STATUS_CANCELLED ((NTSTATUS)0xC0000120)
#define STATUS_DELETE_PENDING ((NTSTATUS)0xC0000056)
#define STATUS_NOT_FOUND ((NTSTATUS)0xC0000225)
#define STATUS_MORE_PROCESSING_REQUIRED ((NTSTATUS)0xC0000016)
#define STATUS_CONTINUE_COMPLETION STATUS_SUCCESS
#define NT_SUCCESS(s) ((NTSTATUS)(s) >= 0)
#define NT_ERROR(s) (((ULONG)(s) >> 30) == 3)

#define PASSIVE_LEVEL 0
#define APC_LEVEL 1
#define DISPATCH_LEVEL 2
#define HIGH_LEVEL 15
#define KernelMode 0
#define UserMode 1
#define MAXIMUM_PROCESSORS 64
#define MAXIMUM_PROC_PER_GROUP 64
#define AFFINITY_MASK(n) ((KAFFINITY)1 << (n))
#define ALL_PROCESSOR_GROUPS 0xffff
#define INVALID_PROCESSOR_INDEX 0xffffffff
#define IO_NO_INCREMENT 0
#define IO_DISK_INCREMENT 1
#define IO_NETWORK_INCREMENT 2
#define EVENT_INCREMENT 1
#define SEMAPHORE_INCREMENT 1
#define LOW_PRIORITY 0
#define LOW_REALTIME_PRIORITY 16
#define HIGH_PRIORITY 31
#define DPFLTR_IHVDRIVER_ID 77
#define DPFLTR_ERROR_LEVEL 0
#define DPFLTR_WARNING_LEVEL 1
#define DPFLTR_TRACE_LEVEL 2
#define DPFLTR_INFO_LEVEL 3
#define DPFLTR_MASK 0x80000000
#define DPFLTR_DEFAULT_ID 101
#define DPFLTR_IHVVIDEO_ID 78
#define DPFLTR_IHVAUDIO_ID 79
#define DPFLTR_IHVNETWORK_ID 80
#define DPFLTR_IHVBUS_ID 82
#define MAXUCHAR 0xff
#define MAXUSHORT 0xffff
#define MAXULONG 0xffffffffu
#define MAXLONG 0x7fffffff
#define MAXULONG64 UINT64_MAX
#define MAXLONGLONG INT64_MAX
#define MAXIMUM_WAIT_OBJECTS 64

void DhpBugCheck(const char *text);
#define KeBugCheck(code) DhpBugCheck("KeBugCheck was called: " #code)
#define KeBugCheckEx(code, a, b, c, d) ((void)(a), (void)(b), (void)(c), (void)(d), \
    DhpBugCheck("KeBugCheckEx was called: " #code))
#define MANUALLY_INITIATED_CRASH 0xe2
#define KD_DEBUGGER_ENABLED FALSE
#define KD_DEBUGGER_NOT_PRESENT TRUE
#define __debugbreak() DhpBugCheck("__debugbreak was called")
#define __fastfail(code) DhpBugCheck("__fastfail was called: " #code)
#define DbgBreakPoint() DhpBugCheck("DbgBreakPoint was called")

/* ---- Lists, strings, memory ------------------------------------------------------------------------------------ */

#define RtlZeroMemory(p, n) memset((p), 0, (n))
#define RtlFillMemory(p, n, v) memset((p), (v), (n))
#define RtlCopyMemory(d, s, n) memcpy((d), (s), (n))
#define RtlMoveMemory(d, s, n) memmove((d), (s), (n))
#define RtlCompareMemory(a, b, n) DhpCompare((a), (b), (n))
#define RtlSecureZeroMemory(p, n) memset((p), 0, (n))

static inline SIZE_T DhpCompare(const void *a, const void *b, SIZE_T n)
{
    SIZE_T i = 0;
    while (i < n && ((const char *)a)[i] == ((const char *)b)[i])
        i++;
    return i;
}

static inline void RtlInitUnicodeString(PUNICODE_STRING s, PCWSTR text)
{
    s->Buffer = (PWSTR)text;
    s->Length = text ? (USHORT)(wcslen(text) * sizeof(WCHAR)) : 0;
    s->MaximumLength = text ? (USHORT)(s->Length + sizeof(WCHAR)) : 0;
}

static inline void RtlInitAnsiString(PANSI_STRING s, PCSTR text)
{
    s->Buffer = (PCHAR)text;
    s->Length = text ? (USHORT)strlen(text) : 0;
    s->MaximumLength = text ? (USHORT)(s->Length + 1) : 0;
}

#define UNICODE_NULL ((WCHAR)0)
#define RTL_CONSTANT_STRING(s) { sizeof(s) - sizeof((s)[0]), sizeof(s), (void *)(s) }
#define DECLARE_CONST_UNICODE_STRING(name, text) const UNICODE_STRING name = RTL_CONSTANT_STRING(text)
#define DECLARE_UNICODE_STRING_SIZE(name, count) \
    WCHAR name##_buffer[count]; UNICODE_STRING name = { 0, (count) * sizeof(WCHAR), name##_buffer }

static inline BOOLEAN RtlEqualUnicodeString(PCUNICODE_STRING a, PCUNICODE_STRING b, BOOLEAN fold)
{
    (void)fold;
    return a->Length == b->Length && memcmp(a->Buffer, b->Buffer, a->Length) == 0;
}
static inline void RtlCopyUnicodeString(PUNICODE_STRING to, PCUNICODE_STRING from)
{
    to->Length = !from ? 0 : from->Length < to->MaximumLength ? from->Length : to->MaximumLength;
    if (to->Length)
        memcpy(to->Buffer, from->Buffer, to->Length);
}

/* Strings that end within their buffer, whatever is written to them. */
static inline NTSTATUS DhpPrintTo(char *to, SIZE_T bytes, const char *format, va_list arguments)
{
    int length = vsnprintf(to, bytes, format, arguments);
    return length >= 0 && (SIZE_T)length < bytes ? STATUS_SUCCESS : STATUS_BUFFER_OVERFLOW;
}
static inline NTSTATUS RtlStringCbPrintfA(char *to, SIZE_T bytes, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    NTSTATUS status = DhpPrintTo(to, bytes, format, arguments);
    va_end(arguments);
    return status;
}
#define RtlStringCbVPrintfA(t, n, f, a) DhpPrintTo((t), (n), (f), (a))
#define RtlStringCchPrintfA RtlStringCbPrintfA
#define RtlStringCchVPrintfA RtlStringCbVPrintfA
#define RtlStringCbCopyA(t, n, s) RtlStringCbPrintfA((t), (n), "%s", (s))
#define RtlStringCchCopyA RtlStringCbCopyA

/* Bits, as masks of processors are made of. */
typedef struct _RTL_BITMAP { ULONG SizeOfBitMap; ULONG *Buffer; } RTL_BITMAP, *PRTL_BITMAP;
#define RtlInitializeBitMap(b, p, n) ((void)((b)->SizeOfBitMap = (n), (b)->Buffer = (p)))
#define RtlClearAllBits(b) ((void)memset((b)->Buffer, 0, ((b)->SizeOfBitMap + 31) / 32 * 4))
#define RtlSetAllBits(b) ((void)memset((b)->Buffer, 0xff, ((b)->SizeOfBitMap + 31) / 32 * 4))
#define RtlSetBit(b, n) ((void)((b)->Buffer[(n) / 32] |= (ULONG)1 << ((n) % 32)))
#define RtlClearBit(b, n) ((void)((b)->Buffer[(n) / 32] &= ~((ULONG)1 << ((n) % 32))))
#define RtlTestBit(b, n) ((BOOLEAN)((b)->Buffer[(n) / 32] >> ((n) % 32) & 1))
#define RtlCheckBit(b, n) RtlTestBit(b, n)
#define RtlNumberOfSetBitsUlongPtr(m) ((ULONG)__builtin_popcountll(m))
static inline UCHAR _BitScanForward64(ULONG *index, ULONG64 mask)
{
    *index = mask ? (ULONG)__builtin_ctzll(mask) : 0;
    return mask != 0;
}
static inline UCHAR _BitScanReverse64(ULONG *index, ULONG64 mask)
{
    *index = mask ? 63 - (ULONG)__builtin_clzll(mask) : 0;
    return mask != 0;
}
#define BitScanForward64 _BitScanForward64
#define BitScanReverse64 _BitScanReverse64
#define _BitScanForward(i, m) _BitScanForward64((i), (ULONG)(m))
#define _BitScanReverse(i, m) _BitScanReverse64((i), (ULONG)(m))
#define BitScanForward _BitScanForward
#define BitScanReverse _BitScanReverse
#define __popcnt(m) ((ULONG)__builtin_popcount(m))
#define __popcnt64(m) ((ULONG64)__builtin_popcountll(m))

typedef struct _SINGLE_LIST_ENTRY { struct _SINGLE_LIST_ENTRY *Next; } SINGLE_LIST_ENTRY, *PSINGLE_LIST_ENTRY;
typedef SINGLE_LIST_ENTRY SLIST_ENTRY, *PSLIST_ENTRY;
typedef struct _SLIST_HEADER { SLIST_ENTRY Head; USHORT Depth; } SLIST_HEADER, *PSLIST_HEADER;
static inline void PushEntryList(PSINGLE_LIST_ENTRY h, PSINGLE_LIST_ENTRY e) { e->Next = h->Next; h->Next = e; }
static inline PSINGLE_LIST_ENTRY PopEntryList(PSINGLE_LIST_ENTRY h)
{
    PSINGLE_LIST_ENTRY e = h->Next;
    if (e)
        h->Next = e->Next;
    return e;
}
#define InitializeSListHead(h) ((void)((h)->Head.Next = NULL, (h)->Depth = 0))
#define ExInitializeSListHead InitializeSListHead
static inline PSLIST_ENTRY InterlockedPushEntrySList(PSLIST_HEADER h, PSLIST_ENTRY e)
{
    PSLIST_ENTRY before = h->Head.Next;
    PushEntryList(&h->Head, e);
    h->Depth++;
    return before;
}
static inline PSLIST_ENTRY InterlockedPopEntrySList(PSLIST_HEADER h)
{
    PSLIST_ENTRY e = PopEntryList(&h->Head);
    h->Depth = (USHORT)(h->Depth - (e ? 1 : 0));
    return e;
}
static inline PSLIST_ENTRY InterlockedFlushSList(PSLIST_HEADER h)
{
    PSLIST_ENTRY e = h->Head.Next;
    InitializeSListHead(h);
    return e;
}
#define ExInterlockedPushEntrySList(h, e, l) ((void)(l), InterlockedPushEntrySList((h), (e)))
#define ExInterlockedPopEntrySList(h, l) ((void)(l), InterlockedPopEntrySList(h))
#define QueryDepthSList(h) ((h)->Depth)
#define ExQueryDepthSList(h) ((h)->Depth)

static inline void InitializeListHead(PLIST_ENTRY h) { h->Flink = h->Blink = h; }
static inline BOOLEAN IsListEmpty(const LIST_ENTRY *h) { return h->Flink == h; }
static inline BOOLEAN RemoveEntryList(PLIST_ENTRY e)
{
    e->Blink->Flink = e->Flink;
    e->Flink->Blink = e->Blink;
    return e->Flink == e->Blink;
}
static inline PLIST_ENTRY RemoveHeadList(PLIST_ENTRY h) { PLIST_ENTRY e = h->Flink; RemoveEntryList(e); return e; }
static inline PLIST_ENTRY RemoveTailList(PLIST_ENTRY h) { PLIST_ENTRY e = h->Blink; RemoveEntryList(e); return e; }
static inline void InsertTailList(PLIST_ENTRY h, PLIST_ENTRY e)
{
    e->Flink = h; e->Blink = h->Blink; h->Blink->Flink = e; h->Blink = e;
}
static inline void InsertHeadList(PLIST_ENTRY h, PLIST_ENTRY e)
{
    e->Blink = h; e->Flink = h->Flink; h->Flink->Blink = e; h->Flink = e;
}

#define InterlockedIncrement(p) (__sync_add_and_fetch((p), 1))
#define InterlockedDecrement(p) (__sync_sub_and_fetch((p), 1))
#define InterlockedExchange(p, v) (__atomic_exchange_n((p), (v), __ATOMIC_SEQ_CST))
#define InterlockedExchangePointer(p, v) (__atomic_exchange_n((p), (v), __ATOMIC_SEQ_CST))
#define InterlockedCompareExchange(p, v, c) (__sync_val_compare_and_swap((p), (c), (v)))
#define InterlockedCompareExchangePointer(p, v, c) (__sync_val_compare_and_swap((p), (c), (v)))
#define InterlockedAdd(p, v) (__sync_add_and_fetch((p), (v)))
#define InterlockedOr(p, v) (__sync_fetch_and_or((p), (v)))
#define InterlockedAnd(p, v) (__sync_fetch_and_and((p), (v)))
#define InterlockedIncrementAcquire InterlockedIncrement
#define InterlockedIncrementRelease InterlockedIncrement
#define InterlockedIncrementNoFence InterlockedIncrement
#define InterlockedDecrementAcquire InterlockedDecrement
#define InterlockedDecrementRelease InterlockedDecrement
#define InterlockedDecrementNoFence InterlockedDecrement
#define InterlockedExchangePointerAcquire InterlockedExchangePointer
#define InterlockedExchangePointerRelease InterlockedExchangePointer
#define InterlockedExchangePointerNoFence InterlockedExchangePointer
#define InterlockedCompareExchangePointerAcquire InterlockedCompareExchangePointer
#define InterlockedCompareExchangePointerRelease InterlockedCompareExchangePointer
#define InterlockedCompareExchangePointerNoFence InterlockedCompareExchangePointer
#define InterlockedCompareExchangeAcquire InterlockedCompareExchange
#define InterlockedCompareExchangeRelease InterlockedCompareExchange
#define InterlockedCompareExchangeNoFence InterlockedCompareExchange
#define InterlockedExchange16 InterlockedExchange
#define InterlockedCompareExchange16 InterlockedCompareExchange
#define InterlockedIncrement16 InterlockedIncrement
#define InterlockedDecrement16 InterlockedDecrement
#define InterlockedIncrement64 InterlockedIncrement
#define InterlockedExchange64 InterlockedExchange
#define InterlockedDecrement64 InterlockedDecrement
#define InterlockedAdd64 InterlockedAdd
#define InterlockedCompareExchange64 InterlockedCompareExchange
#define InterlockedExchangeAdd(p, v) (__sync_fetch_and_add((p), (v)))
#define InterlockedExchangeAdd64 InterlockedExchangeAdd
#define InterlockedXor(p, v) (__sync_fetch_and_xor((p), (v)))
#define InterlockedOr64 InterlockedOr
#define InterlockedAnd64 InterlockedAnd
#define InterlockedBitTestAndSet(p, n) ((UCHAR)((__sync_fetch_and_or((p), 1 << (n)) >> (n)) & 1))
#define InterlockedBitTestAndReset(p, n) ((UCHAR)((__sync_fetch_and_and((p), ~(1 << (n))) >> (n)) & 1))
#define ReadAcquire(p) (__atomic_load_n((p), __ATOMIC_ACQUIRE))
#define ReadNoFence(p) (__atomic_load_n((p), __ATOMIC_RELAXED))
#define ReadAcquire64 ReadAcquire
#define ReadNoFence64 ReadNoFence
#define ReadULongAcquire ReadAcquire
#define ReadULong64Acquire ReadAcquire
#define ReadPointerAcquire ReadAcquire
#define ReadPointerNoFence ReadNoFence
#define ReadULongNoFence ReadNoFence
#define ReadULong64NoFence ReadNoFence
#define ReadBooleanAcquire ReadAcquire
#define ReadBooleanNoFence ReadNoFence
#define ReadRaw ReadNoFence
#define WriteRelease(p, v) (__atomic_store_n((p), (v), __ATOMIC_RELEASE))
#define WriteNoFence(p, v) (__atomic_store_n((p), (v), __ATOMIC_RELAXED))
#define WriteRelease64 WriteRelease
#define WriteNoFence64 WriteNoFence
#define WriteULongRelease WriteRelease
#define WriteULong64Release WriteRelease
#define WritePointerRelease WriteRelease
#define WritePointerNoFence WriteNoFence
#define WriteULongNoFence WriteNoFence
#define WriteULong64NoFence WriteNoFence
#define WriteBooleanRelease WriteRelease
#define WriteBooleanNoFence WriteNoFence
#define WriteNoFence16 WriteNoFence
#define WriteRaw WriteNoFence
#define YieldProcessor() __sync_synchronize()
#define KeMemoryBarrier() __sync_synchronize()
#define MemoryBarrier() __sync_synchronize()

typedef enum _POOL_TYPE { NonPagedPool = 0, PagedPool = 1, NonPagedPoolCacheAligned = 4, NonPagedPoolNx = 512 } POOL_TYPE;
#define POOL_FLAG_NON_PAGED 0x40ULL
#define POOL_FLAG_NON_PAGED_EXECUTE 0x80ULL
#define POOL_FLAG_PAGED 0x100ULL
#define POOL_FLAG_UNINITIALIZED 0x2ULL
#define POOL_FLAG_CACHE_ALIGNED 0x8ULL
PVOID ExAllocatePool2(POOL_FLAGS flags, SIZE_T bytes, ULONG tag);
PVOID ExAllocatePoolWithTag(POOL_TYPE type, SIZE_T bytes, ULONG tag);
PVOID ExAllocatePool(POOL_TYPE type, SIZE_T bytes);
PVOID ExAllocatePoolZero(POOL_TYPE type, SIZE_T bytes, ULONG tag);
void ExFreePoolWithTag(PVOID memory, ULONG tag);
void ExFreePool(PVOID memory);
#define ExFreePool2(m, t, p, n) ExFreePoolWithTag((m), (t))
#define ExAllocatePoolUninitialized ExAllocatePoolWithTag
#define ExAllocatePoolWithQuotaTag ExAllocatePoolWithTag
#define DrvRtPoolNxOptIn 1
#define ExInitializeDriverRuntime(f) ((void)(f))

/* Arithmetic that says when a size does not fit. */
static inline NTSTATUS RtlSIZETMult(SIZE_T a, SIZE_T b, PSIZE_T product)
{
    return __builtin_mul_overflow(a, b, product) ? STATUS_INTEGER_OVERFLOW : STATUS_SUCCESS;
}
static inline NTSTATUS RtlSIZETAdd(SIZE_T a, SIZE_T b, PSIZE_T sum)
{
    return __builtin_add_overflow(a, b, sum) ? STATUS_INTEGER_OVERFLOW : STATUS_SUCCESS;
}
static inline NTSTATUS RtlULongMult(ULONG a, ULONG b, PULONG product)
{
    return __builtin_mul_overflow(a, b, product) ? STATUS_INTEGER_OVERFLOW : STATUS_SUCCESS;
}
static inline NTSTATUS RtlULongAdd(ULONG a, ULONG b, PULONG sum)
{
    return __builtin_add_overflow(a, b, sum) ? STATUS_INTEGER_OVERFLOW : STATUS_SUCCESS;
}
#define RtlSizeTMult RtlSIZETMult
#define RtlSizeTAdd RtlSIZETAdd

/* A lookaside list keeps nothing: each entry comes from the pool and goes back to it, so that misuse shows. */
typedef struct _NPAGED_LOOKASIDE_LIST { POOL_TYPE Type; SIZE_T Size; ULONG Tag; } NPAGED_LOOKASIDE_LIST,
    PAGED_LOOKASIDE_LIST, *PNPAGED_LOOKASIDE_LIST, *PPAGED_LOOKASIDE_LIST;
#define DhpInitializeLookasideList(l, p, s, t) ((void)((l)->Type = (p), (l)->Size = (s), (l)->Tag = (t)))
#define DhpAllocateFromLookasideList(l) ExAllocatePoolWithTag((l)->Type, (l)->Size, (l)->Tag)
#define ExInitializeNPagedLookasideList(l, a, f, g, s, t, d) DhpInitializeLookasideList((l), NonPagedPoolNx, (s), (t))
#define ExInitializePagedLookasideList(l, a, f, g, s, t, d) DhpInitializeLookasideList((l), PagedPool, (s), (t))
#define ExAllocateFromNPagedLookasideList(l) DhpAllocateFromLookasideList(l)
#define ExAllocateFromPagedLookasideList(l) DhpAllocateFromLookasideList(l)
#define ExFreeToNPagedLookasideList(l, m) ExFreePoolWithTag((m), (l)->Tag)
#define ExFreeToPagedLookasideList(l, m) ExFreePoolWithTag((m), (l)->Tag)
#define ExDeleteNPagedLookasideList(l) ((void)(l))
#define ExDeletePagedLookasideList(l) ((void)(l))
typedef NPAGED_LOOKASIDE_LIST LOOKASIDE_LIST_EX, *PLOOKASIDE_LIST_EX;
#define ExInitializeLookasideListEx(l, a, f, p, g, s, t, d) (DhpInitializeLookasideList((l), (p), (s), (t)), STATUS_SUCCESS)
#define ExAllocateFromLookasideListEx(l) DhpAllocateFromLookasideList(l)
#define ExFreeToLookasideListEx(l, m) ExFreePoolWithTag((m), (l)->Tag)
#define ExDeleteLookasideListEx(l) ((void)(l))
/* Pages of physical memory, which are no pool: how a driver makes a buffer that scales with memory. */
PVOID MmAllocateContiguousMemory(SIZE_T bytes, PHYSICAL_ADDRESS highest);
void MmFreeContiguousMemory(PVOID memory);
#define MmAllocateContiguousMemorySpecifyCache(n, l, h, b, c) \
    ((void)(l), (void)(b), MmAllocateContiguousMemory((n), (h)))
#define MmFreeContiguousMemorySpecifyCache(p, n, c) MmFreeContiguousMemory(p)
#define MmAllocateContiguousNodeMemory(n, l, h, b, p, o) ((void)(l), (void)(b), MmAllocateContiguousMemory((n), (h)))

/* ---- Processors and memory ------------------------------------------------------------------------------------- */

ULONG KeQueryActiveProcessorCountEx(USHORT group);
ULONG KeQueryActiveProcessorCount(PKAFFINITY active);
KAFFINITY KeQueryActiveProcessors(void);
KAFFINITY KeQueryGroupAffinity(USHORT group);
ULONG KeQueryMaximumProcessorCountEx(USHORT group);
ULONG KeQueryMaximumProcessorCount(void);
USHORT KeQueryActiveGroupCount(void);
USHORT KeQueryMaximumGroupCount(void);
ULONG KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER number);
ULONG KeGetCurrentProcessorNumber(void);
ULONG KeGetCurrentProcessorIndex(void);
NTSTATUS KeGetProcessorNumberFromIndex(ULONG index, PPROCESSOR_NUMBER number);
ULONG KeGetProcessorIndexFromNumber(PPROCESSOR_NUMBER number);
typedef enum _LOGICAL_PROCESSOR_RELATIONSHIP {
    RelationProcessorCore, RelationNumaNode, RelationCache, RelationProcessorPackage, RelationGroup,
    RelationAll = 0xffff
} LOGICAL_PROCESSOR_RELATIONSHIP;
typedef struct _PROCESSOR_GROUP_INFO {
    UCHAR MaximumProcessorCount, ActiveProcessorCount, Reserved[38]; KAFFINITY ActiveProcessorMask;
} PROCESSOR_GROUP_INFO, *PPROCESSOR_GROUP_INFO;
typedef struct _GROUP_RELATIONSHIP {
    USHORT MaximumGroupCount, ActiveGroupCount; UCHAR Reserved[20]; PROCESSOR_GROUP_INFO GroupInfo[1];
} GROUP_RELATIONSHIP, *PGROUP_RELATIONSHIP;
typedef struct _SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX {
    LOGICAL_PROCESSOR_RELATIONSHIP Relationship; ULONG Size; union { GROUP_RELATIONSHIP Group; };
} SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX, *PSYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX;
/* Of groups only. */
NTSTATUS KeQueryLogicalProcessorRelationship(PPROCESSOR_NUMBER number, LOGICAL_PROCESSOR_RELATIONSHIP relation,
    PSYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX information, PULONG length);
/* One node, which has all processors of group 0. */
#define KeQueryNodeActiveProcessorCount(n) ((void)(n), (USHORT)KeQueryActiveProcessorCountEx(0))
static inline void KeQueryNodeActiveAffinity(USHORT node, PGROUP_AFFINITY affinity, PUSHORT count)
{
    (void)node;
    if (affinity) {
        memset(affinity, 0, sizeof *affinity);
        affinity->Mask = KeQueryGroupAffinity(0);
    }
    if (count)
        *count = (USHORT)KeQueryActiveProcessorCountEx(0);
}

#define KeQueryHighestNodeNumber() ((USHORT)0)
#define KeGetCurrentNodeNumber() ((USHORT)0)
#define KeQueryNodeMaximumProcessorCount(n) ((void)(n), (USHORT)KeQueryMaximumProcessorCountEx(0))
CCHAR DhpReadObsoleteCount(void);
#define KeNumberProcessors (DhpReadObsoleteCount())
ULONG DhpHardwareId(ULONG index); /* The APIC id of the silicon behind a processor. */

typedef struct _PHYSICAL_MEMORY_RANGE { PHYSICAL_ADDRESS BaseAddress; LARGE_INTEGER NumberOfBytes; }
    PHYSICAL_MEMORY_RANGE, *PPHYSICAL_MEMORY_RANGE;
PPHYSICAL_MEMORY_RANGE MmGetPhysicalMemoryRanges(void);
ULONG64 DhpPhysicalMemory(void); /* In bytes. */

typedef enum _KE_PROCESSOR_CHANGE_NOTIFY_STATE {
    KeProcessorAddStartNotify = 0, KeProcessorAddCompleteNotify, KeProcessorAddFailureNotify
} KE_PROCESSOR_CHANGE_NOTIFY_STATE;
typedef struct _KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT {
    KE_PROCESSOR_CHANGE_NOTIFY_STATE State;
    ULONG NtNumber;
    NTSTATUS Status;
    PROCESSOR_NUMBER ProcNumber;
} KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT, *PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT;
typedef void PROCESSOR_CALLBACK_FUNCTION(PVOID, PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT, PNTSTATUS);
typedef PROCESSOR_CALLBACK_FUNCTION *PPROCESSOR_CALLBACK_FUNCTION;
#define KE_PROCESSOR_CHANGE_ADD_EXISTING 1
PVOID KeRegisterProcessorChangeCallback(PPROCESSOR_CALLBACK_FUNCTION routine, PVOID context, ULONG flags);
void KeDeregisterProcessorChangeCallback(PVOID handle);

/* ---- Objects --------------------------------------------------------------------------------------------------- */

typedef enum _EVENT_TYPE { NotificationEvent, SynchronizationEvent } EVENT_TYPE;
typedef struct _DISPATCHER { int Type; LONG Signal; LONG Limit; } DISPATCHER_HEADER;
typedef struct _KEVENT { DISPATCHER_HEADER Header; } KEVENT, *PKEVENT, *PRKEVENT;
typedef struct _KSEMAPHORE { DISPATCHER_HEADER Header; } KSEMAPHORE, *PKSEMAPHORE;
typedef struct _KMUTEX { DISPATCHER_HEADER Header; } KMUTEX, *PKMUTEX;
typedef struct _FAST_MUTEX { LONG Held; } FAST_MUTEX, *PFAST_MUTEX;
typedef struct _EX_RUNDOWN_REF { LONG Count; } EX_RUNDOWN_REF, *PEX_RUNDOWN_REF;
typedef struct _ERESOURCE { LONG Held; } ERESOURCE, *PERESOURCE;
typedef enum _KWAIT_REASON { Executive, FreePage, PageIn, PoolAllocation, DelayExecution, Suspended, UserRequest } KWAIT_REASON;
void KeInitializeEvent(PKEVENT e, EVENT_TYPE type, BOOLEAN state);
LONG KeSetEvent(PKEVENT e, KPRIORITY increment, BOOLEAN wait);
LONG KeResetEvent(PKEVENT e);
#define KeClearEvent(e) ((void)KeResetEvent(e))
LONG KeReadStateEvent(PKEVENT e);
void KeInitializeSemaphore(PKSEMAPHORE s, LONG count, LONG limit);
LONG KeReleaseSemaphore(PKSEMAPHORE s, KPRIORITY increment, LONG adjustment, BOOLEAN wait);
NTSTATUS KeWaitForSingleObject(PVOID object, KWAIT_REASON r, KPROCESSOR_MODE m, BOOLEAN alertable, PLARGE_INTEGER timeout);
typedef enum _WAIT_TYPE { WaitAll, WaitAny } WAIT_TYPE;
typedef struct _KWAIT_BLOCK { PVOID Object; } KWAIT_BLOCK, *PKWAIT_BLOCK;
#define THREAD_WAIT_OBJECTS 3
NTSTATUS KeWaitForMultipleObjects(ULONG count, PVOID objects[], WAIT_TYPE type, KWAIT_REASON r, KPROCESSOR_MODE m,
    BOOLEAN alertable, PLARGE_INTEGER timeout, PKWAIT_BLOCK blocks);
NTSTATUS KeDelayExecutionThread(KPROCESSOR_MODE m, BOOLEAN alertable, PLARGE_INTEGER interval);
#define KeInitializeSpinLock(l) (*(l) = 0)
#define KeAcquireSpinLock(l, i) (*(i) = PASSIVE_LEVEL, (void)(l))
#define KeReleaseSpinLock(l, i) ((void)(l), (void)(i))
#define KeAcquireSpinLockAtDpcLevel(l) ((void)(l))
#define KeReleaseSpinLockFromDpcLevel(l) ((void)(l))
#define KeAcquireSpinLockRaiseToDpc(l) ((void)(l), (KIRQL)PASSIVE_LEVEL)
#define KeTryToAcquireSpinLockAtDpcLevel(l) ((void)(l), TRUE)
typedef LONG EX_SPIN_LOCK, *PEX_SPIN_LOCK;
#define ExAcquireSpinLockExclusive(l) ((void)(l), (KIRQL)PASSIVE_LEVEL)
#define ExReleaseSpinLockExclusive(l, i) ((void)(l), (void)(i))
#define ExAcquireSpinLockShared(l) ((void)(l), (KIRQL)PASSIVE_LEVEL)
#define ExReleaseSpinLockShared(l, i) ((void)(l), (void)(i))
typedef ULONG_PTR EX_PUSH_LOCK, *PEX_PUSH_LOCK;
#define ExInitializePushLock(l) (*(l) = 0)
#define ExAcquirePushLockExclusive(l) ((void)(l))
#define ExReleasePushLockExclusive(l) ((void)(l))
#define ExAcquirePushLockShared(l) ((void)(l))
#define ExReleasePushLockShared(l) ((void)(l))
#define KeRaiseIrqlToDpcLevel() ((KIRQL)PASSIVE_LEVEL)
#define KeRaiseIrql(n, o) (*(o) = PASSIVE_LEVEL)
#define KeLowerIrql(o) ((void)(o))
#define KeGetCurrentIrql() ((KIRQL)PASSIVE_LEVEL)
#define ExInitializeFastMutex(m) ((m)->Held = 0)
#define ExAcquireFastMutex(m) ((void)(m))
#define ExReleaseFastMutex(m) ((void)(m))
#define KeEnterCriticalRegion() ((void)0)
#define KeLeaveCriticalRegion() ((void)0)
#define ExInitializeResourceLite(r) ((r)->Held = 0, STATUS_SUCCESS)
#define ExDeleteResourceLite(r) ((void)(r))
#define ExAcquireResourceExclusiveLite(r, w) ((void)(r), TRUE)
#define ExAcquireResourceSharedLite(r, w) ((void)(r), TRUE)
#define ExReleaseResourceLite(r) ((void)(r))

/* ---- Threads, DPCs, timers ------------------------------------------------------------------------------------- */

typedef struct _KTHREAD *PKTHREAD, *PETHREAD, *PRKTHREAD;
typedef void KSTART_ROUTINE(PVOID);
typedef KSTART_ROUTINE *PKSTART_ROUTINE;
typedef struct _CLIENT_ID *PCLIENT_ID;
typedef struct _OBJECT_ATTRIBUTES { ULONG Length; } OBJECT_ATTRIBUTES, *POBJECT_ATTRIBUTES;
#define THREAD_ALL_ACCESS 0x1fffff
#define SYNCHRONIZE 0x100000
#define KEY_READ 0x20019
#define KEY_WRITE 0x20006
#define KEY_ALL_ACCESS 0xf003f
#define OBJ_KERNEL_HANDLE 0x200
#define InitializeObjectAttributes(o, n, a, r, s) ((o)->Length = sizeof(OBJECT_ATTRIBUTES))
extern PVOID DhpThreadType;
#define PsThreadType (&DhpThreadType)
NTSTATUS PsCreateSystemThread(PHANDLE thread, ULONG access, POBJECT_ATTRIBUTES a, HANDLE process, PCLIENT_ID id,
    PKSTART_ROUTINE routine, PVOID context);
NTSTATUS PsTerminateSystemThread(NTSTATUS status);
NTSTATUS ObReferenceObjectByHandle(HANDLE h, ACCESS_MASK a, PVOID type, KPROCESSOR_MODE m, PVOID *object, PVOID info);
#define ObDereferenceObject(o) ((void)(o))
#define ObReferenceObject(o) ((void)(o))
NTSTATUS ZwClose(HANDLE h);
PKTHREAD KeGetCurrentThread(void);
#define PsGetCurrentThread() KeGetCurrentThread()
KPRIORITY KeSetPriorityThread(PKTHREAD thread, KPRIORITY priority);
void KeSetSystemGroupAffinityThread(PGROUP_AFFINITY affinity, PGROUP_AFFINITY previous);
void KeRevertToUserGroupAffinityThread(PGROUP_AFFINITY previous);
void KeSetSystemAffinityThread(KAFFINITY affinity);
KAFFINITY KeSetSystemAffinityThreadEx(KAFFINITY affinity);
void KeRevertToUserAffinityThread(void);
void KeRevertToUserAffinityThreadEx(KAFFINITY affinity);
KAFFINITY KeSetAffinityThread(PKTHREAD thread, KAFFINITY affinity); /* In group 0. */
#define KeSetIdealProcessorThread(t, n) ((void)(t), (void)(n), (UCHAR)0)
#define KeSetBasePriorityThread(t, i) ((void)(t), (void)(i), (LONG)0)
#define KeShouldYieldProcessor() FALSE
#define PsGetCurrentThreadId() ((HANDLE)KeGetCurrentThread())
#define PsGetCurrentProcess() ((PVOID)&DhpThreadType)
#define PsGetCurrentProcessId() ((HANDLE)4)
#define IoGetCurrentProcess() PsGetCurrentProcess()
#define ObReferenceObjectByPointer(o, a, t, m) ((void)(o), STATUS_SUCCESS)
#define ObfReferenceObject(o) ((void)(o))
#define ObfDereferenceObject(o) ((void)(o))

struct _KDPC;
typedef void KDEFERRED_ROUTINE(struct _KDPC *, PVOID, PVOID, PVOID);
typedef KDEFERRED_ROUTINE *PKDEFERRED_ROUTINE;
typedef struct _KDPC {
    PKDEFERRED_ROUTINE Routine; PVOID Context, Argument1, Argument2;
    LONG Target; BOOLEAN Queued; ULONG Index; LIST_ENTRY Link;
} KDPC, *PKDPC, *PRKDPC;
typedef enum { LowImportance, MediumImportance, HighImportance } KDPC_IMPORTANCE;
void KeInitializeDpc(PKDPC dpc, PKDEFERRED_ROUTINE routine, PVOID context);
#define KeInitializeThreadedDpc KeInitializeDpc
#define KeSetImportanceDpc(d, i) ((void)(d))
NTSTATUS KeSetTargetProcessorDpcEx(PKDPC dpc, PPROCESSOR_NUMBER number);
void KeSetTargetProcessorDpc(PKDPC dpc, CCHAR number);
BOOLEAN KeInsertQueueDpc(PKDPC dpc, PVOID argument1, PVOID argument2);
BOOLEAN KeRemoveQueueDpc(PKDPC dpc);
void KeFlushQueuedDpcs(void);
struct _DEVICE_OBJECT;
typedef void IO_WORKITEM_ROUTINE(struct _DEVICE_OBJECT *, PVOID);
typedef IO_WORKITEM_ROUTINE *PIO_WORKITEM_ROUTINE;
typedef struct _IO_WORKITEM *PIO_WORKITEM;
typedef void WORKER_THREAD_ROUTINE(PVOID);
typedef WORKER_THREAD_ROUTINE *PWORKER_THREAD_ROUTINE;
typedef struct _WORK_QUEUE_ITEM { PWORKER_THREAD_ROUTINE Routine; PVOID Parameter; } WORK_QUEUE_ITEM, *PWORK_QUEUE_ITEM;
typedef enum _WORK_QUEUE_TYPE { CriticalWorkQueue, DelayedWorkQueue, HyperCriticalWorkQueue } WORK_QUEUE_TYPE;
PIO_WORKITEM IoAllocateWorkItem(struct _DEVICE_OBJECT *device);
void IoFreeWorkItem(PIO_WORKITEM item);
void IoQueueWorkItem(PIO_WORKITEM item, PIO_WORKITEM_ROUTINE routine, WORK_QUEUE_TYPE type, PVOID context);
typedef void IO_WORKITEM_ROUTINE_EX(PVOID, PVOID, PIO_WORKITEM);
typedef IO_WORKITEM_ROUTINE_EX *PIO_WORKITEM_ROUTINE_EX;
void IoQueueWorkItemEx(PIO_WORKITEM item, PIO_WORKITEM_ROUTINE_EX routine, WORK_QUEUE_TYPE type, PVOID context);
#define ExInitializeWorkItem(i, r, p) ((i)->Routine = (r), (i)->Parameter = (p))
void ExQueueWorkItem(PWORK_QUEUE_ITEM item, WORK_QUEUE_TYPE type);
LARGE_INTEGER KeQueryPerformanceCounter(PLARGE_INTEGER frequency);
#define KeQueryTimeIncrement() 156250u
#define KeQueryTickCount(t) ((t)->QuadPart = (LONGLONG)(KeQueryInterruptTime() / KeQueryTimeIncrement()))
typedef struct _KLOCK_QUEUE_HANDLE { PKSPIN_LOCK Lock; } KLOCK_QUEUE_HANDLE, *PKLOCK_QUEUE_HANDLE;
#define KeAcquireInStackQueuedSpinLock(l, h) ((h)->Lock = (l))
#define KeReleaseInStackQueuedSpinLock(h) ((void)(h))
#define KeAcquireInStackQueuedSpinLockAtDpcLevel(l, h) ((h)->Lock = (l))
#define KeReleaseInStackQueuedSpinLockFromDpcLevel(h) ((void)(h))
#define KeInitializeMutex(m, l) ((m)->Header = (DISPATCHER_HEADER){ 2, 1, 1 })
static inline LONG KeReleaseMutex(PKMUTEX m, BOOLEAN wait) { (void)wait; m->Header.Signal = 1; return 0; }
#define KeInitializeGuardedMutex(m) ((m)->Held = 0)
#define KeAcquireGuardedMutex(m) ((void)(m))
#define KeReleaseGuardedMutex(m) ((void)(m))
typedef FAST_MUTEX KGUARDED_MUTEX, *PKGUARDED_MUTEX;
#define ExInitializeRundownProtection(r) ((r)->Count = 0)
#define ExAcquireRundownProtection(r) ((r)->Count++, TRUE)
#define ExReleaseRundownProtection(r) ((void)(r)->Count--)
#define ExWaitForRundownProtectionRelease(r) ((void)(r))
#define ExInterlockedInsertTailList(h, e, l) (InsertTailList((h), (e)), (void)(l))
#define ExInterlockedInsertHeadList(h, e, l) (InsertHeadList((h), (e)), (void)(l))
#define ExInterlockedRemoveHeadList(h, l) ((void)(l), IsListEmpty(h) ? NULL : RemoveHeadList(h))
typedef ULONG_PTR KIPI_BROADCAST_WORKER(ULONG_PTR);
typedef KIPI_BROADCAST_WORKER *PKIPI_BROADCAST_WORKER;
ULONG_PTR KeIpiGenericCall(PKIPI_BROADCAST_WORKER worker, ULONG_PTR context);
/* A DPC on every active processor, one after the other, so that none of them can wait for the others. */
void KeGenericCallDpc(PKDEFERRED_ROUTINE routine, PVOID context);
#define KeSignalCallDpcDone(a) ((void)(a))
#define KeSignalCallDpcSynchronize(a) ((void)(a), TRUE)
typedef enum _TIMER_TYPE { NotificationTimer, SynchronizationTimer } TIMER_TYPE;
typedef struct _KTIMER {
    DISPATCHER_HEADER Header; PKDPC Dpc; ULONG64 Due; LONG Period; BOOLEAN Set; LIST_ENTRY Link;
} KTIMER, *PKTIMER;
void KeInitializeTimer(PKTIMER timer);
void KeInitializeTimerEx(PKTIMER timer, TIMER_TYPE type);
BOOLEAN KeSetTimer(PKTIMER timer, LARGE_INTEGER due, PKDPC dpc);
BOOLEAN KeSetTimerEx(PKTIMER timer, LARGE_INTEGER due, LONG period, PKDPC dpc);
BOOLEAN KeCancelTimer(PKTIMER timer);
void KeQuerySystemTime(PLARGE_INTEGER time); /* In units of 100 ns. */
ULONGLONG KeQueryInterruptTime(void);
#define KeQuerySystemTimePrecise KeQuerySystemTime
#define KeQueryInterruptTimePrecise(c) (*(c) = KeQueryInterruptTime())
#define KeQueryUnbiasedInterruptTime KeQueryInterruptTime
#define KeSetCoalescableTimer(t, d, p, w, c) KeSetTimerEx((t), (d), (LONG)(p), (c))
#define KeReadStateTimer(t) ((BOOLEAN)((t)->Header.Signal > 0))
#define KeReadStateSemaphore(s) ((s)->Header.Signal)
void KeStallExecutionProcessor(ULONG microseconds);

/* ---- Devices and IRPs ------------------------------------------------------------------------------------------ */

#define IRP_MJ_CREATE 0x00
#define IRP_MJ_CLOSE 0x02
#define IRP_MJ_READ 0x03
#define IRP_MJ_WRITE 0x04
#define IRP_MJ_CLEANUP 0x12
#define IRP_MJ_DEVICE_CONTROL 0x0e
#define IRP_MJ_INTERNAL_DEVICE_CONTROL 0x0f
#define IRP_MJ_POWER 0x16
#define IRP_MJ_SYSTEM_CONTROL 0x17
#define IRP_MJ_PNP 0x1b
#define IRP_MJ_MAXIMUM_FUNCTION 0x1b
#define IRP_MN_START_DEVICE 0x00
#define IRP_MN_QUERY_REMOVE_DEVICE 0x01
#define IRP_MN_REMOVE_DEVICE 0x02
#define IRP_MN_CANCEL_REMOVE_DEVICE 0x03
#define IRP_MN_STOP_DEVICE 0x04
#define IRP_MN_QUERY_STOP_DEVICE 0x05
#define IRP_MN_CANCEL_STOP_DEVICE 0x06
#define IRP_MN_SURPRISE_REMOVAL 0x17
#define IRP_MN_QUERY_DEVICE_RELATIONS 0x07
#define IRP_MN_QUERY_INTERFACE 0x08
#define IRP_MN_QUERY_CAPABILITIES 0x09
#define IRP_MN_QUERY_RESOURCES 0x0a
#define IRP_MN_QUERY_RESOURCE_REQUIREMENTS 0x0b
#define IRP_MN_QUERY_DEVICE_TEXT 0x0c
#define IRP_MN_FILTER_RESOURCE_REQUIREMENTS 0x0d
#define IRP_MN_READ_CONFIG 0x0f
#define IRP_MN_WRITE_CONFIG 0x10
#define IRP_MN_EJECT 0x11
#define IRP_MN_SET_LOCK 0x12
#define IRP_MN_QUERY_ID 0x13
#define IRP_MN_QUERY_PNP_DEVICE_STATE 0x14
#define IRP_MN_QUERY_BUS_INFORMATION 0x15
#define IRP_MN_DEVICE_USAGE_NOTIFICATION 0x16
#define IRP_MN_QUERY_LEGACY_BUS_INFORMATION 0x18
#define IRP_MN_WAIT_WAKE 0x00
#define IRP_MN_POWER_SEQUENCE 0x01
#define IRP_MN_SET_POWER 0x02
#define IRP_MN_QUERY_POWER 0x03
#define DO_BUFFERED_IO 0x4
#define DO_DIRECT_IO 0x10
#define DO_POWER_PAGABLE 0x2000
#define DO_DEVICE_INITIALIZING 0x80
#define FILE_DEVICE_UNKNOWN 0x22
#define FILE_DEVICE_DISK 0x07
#define FILE_DEVICE_SECURE_OPEN 0x100
#define SL_PENDING_RETURNED 1

typedef enum _SYSTEM_POWER_STATE {
    PowerSystemUnspecified, PowerSystemWorking, PowerSystemSleeping1, PowerSystemSleeping2, PowerSystemSleeping3,
    PowerSystemHibernate, PowerSystemShutdown, PowerSystemMaximum
} SYSTEM_POWER_STATE;
typedef enum _DEVICE_POWER_STATE {
    PowerDeviceUnspecified, PowerDeviceD0, PowerDeviceD1, PowerDeviceD2, PowerDeviceD3, PowerDeviceMaximum
} DEVICE_POWER_STATE;
typedef union _POWER_STATE { SYSTEM_POWER_STATE SystemState; DEVICE_POWER_STATE DeviceState; } POWER_STATE;
typedef enum _POWER_STATE_TYPE { SystemPowerState, DevicePowerState } POWER_STATE_TYPE;
typedef enum { PowerActionNone, PowerActionReserved, PowerActionSleep, PowerActionHibernate,
    PowerActionShutdown, PowerActionShutdownReset, PowerActionShutdownOff, PowerActionWarmEject } POWER_ACTION;
typedef enum _DEVICE_USAGE_NOTIFICATION_TYPE {
    DeviceUsageTypeUndefined, DeviceUsageTypePaging, DeviceUsageTypeHibernation, DeviceUsageTypeDumpFile,
    DeviceUsageTypeBoot, DeviceUsageTypePostDisplay
} DEVICE_USAGE_NOTIFICATION_TYPE;
typedef enum _BUS_QUERY_ID_TYPE {
    BusQueryDeviceID, BusQueryHardwareIDs, BusQueryCompatibleIDs, BusQueryInstanceID, BusQueryDeviceSerialNumber,
    BusQueryContainerID
} BUS_QUERY_ID_TYPE;
typedef enum _INTERFACE_TYPE {
    InterfaceTypeUndefined = -1, Internal, Isa, Eisa, MicroChannel, TurboChannel, PCIBus, VMEBus, NuBus, PCMCIABus,
    CBus, MPIBus, MPSABus, ProcessorInternal, InternalPowerBus, PNPISABus, PNPBus, Vmcs, ACPIBus, MaximumInterfaceType
} INTERFACE_TYPE, *PINTERFACE_TYPE;
typedef enum _IRQ_DEVICE_POLICY {
    IrqPolicyMachineDefault, IrqPolicyAllCloseProcessors, IrqPolicyOneCloseProcessor, IrqPolicyAllProcessorsInMachine,
    IrqPolicySpecifiedProcessors, IrqPolicySpreadMessagesAcrossAllProcessors,
    IrqPolicyAllProcessorsInMachineWhenSteered
} IRQ_DEVICE_POLICY, *PIRQ_DEVICE_POLICY;
typedef enum _IRQ_PRIORITY { IrqPriorityUndefined, IrqPriorityLow, IrqPriorityNormal, IrqPriorityHigh } IRQ_PRIORITY;
typedef enum _DMA_WIDTH { Width8Bits, Width16Bits, Width32Bits, Width64Bits, WidthNoWrap, MaximumDmaWidth } DMA_WIDTH;
typedef enum _DMA_SPEED { Compatible, TypeA, TypeB, TypeC, TypeF, MaximumDmaSpeed } DMA_SPEED;

#define CmResourceTypeNull 0
#define CmResourceTypePort 1
#define CmResourceTypeInterrupt 2
#define CmResourceTypeMemory 3
#define CmResourceTypeDma 4
#define CmResourceTypeDeviceSpecific 5
#define CmResourceTypeBusNumber 6
#define CmResourceTypeNonArbitrated 128
#define CmResourceTypeConfigData 128
#define CmResourceTypeDevicePrivate 129
#define CmResourceTypeMemoryLarge 7
#define CmResourceShareUndetermined 0
#define CmResourceShareDeviceExclusive 1
#define CmResourceShareDriverExclusive 2
#define CmResourceShareShared 3
#define CM_RESOURCE_INTERRUPT_LEVEL_SENSITIVE 0
#define CM_RESOURCE_INTERRUPT_LATCHED 1
#define CM_RESOURCE_INTERRUPT_MESSAGE 2
#define CM_RESOURCE_MEMORY_READ_WRITE 0
typedef struct _CM_PARTIAL_RESOURCE_DESCRIPTOR {
    UCHAR Type, ShareDisposition; USHORT Flags;
    union {
        struct { PHYSICAL_ADDRESS Start; ULONG Length; } Memory;
        struct { USHORT Level, Group; ULONG Vector; KAFFINITY Affinity; } Interrupt;
    } u;
} CM_PARTIAL_RESOURCE_DESCRIPTOR, *PCM_PARTIAL_RESOURCE_DESCRIPTOR;
typedef struct { USHORT Version, Revision; ULONG Count; CM_PARTIAL_RESOURCE_DESCRIPTOR PartialDescriptors[2]; }
    CM_PARTIAL_RESOURCE_LIST, *PCM_PARTIAL_RESOURCE_LIST;
typedef struct { int InterfaceType; ULONG BusNumber; CM_PARTIAL_RESOURCE_LIST PartialResourceList; }
    CM_FULL_RESOURCE_DESCRIPTOR, *PCM_FULL_RESOURCE_DESCRIPTOR;
typedef struct { ULONG Count; CM_FULL_RESOURCE_DESCRIPTOR List[1]; } CM_RESOURCE_LIST, *PCM_RESOURCE_LIST;

struct _DEVICE_OBJECT; struct _IRP; struct _DRIVER_OBJECT; struct _FILE_OBJECT;
typedef struct _FILE_OBJECT *PFILE_OBJECT;
typedef NTSTATUS DRIVER_DISPATCH(struct _DEVICE_OBJECT *, struct _IRP *);
typedef DRIVER_DISPATCH *PDRIVER_DISPATCH;
typedef NTSTATUS DRIVER_ADD_DEVICE(struct _DRIVER_OBJECT *, struct _DEVICE_OBJECT *);
typedef NTSTATUS DRIVER_INITIALIZE(struct _DRIVER_OBJECT *, PUNICODE_STRING);
typedef void DRIVER_UNLOAD(struct _DRIVER_OBJECT *);
typedef NTSTATUS IO_COMPLETION_ROUTINE(struct _DEVICE_OBJECT *, struct _IRP *, PVOID);
typedef IO_COMPLETION_ROUTINE *PIO_COMPLETION_ROUTINE;
typedef void DRIVER_CANCEL(struct _DEVICE_OBJECT *, struct _IRP *);
typedef DRIVER_CANCEL *PDRIVER_CANCEL;
typedef DRIVER_ADD_DEVICE *PDRIVER_ADD_DEVICE;
typedef DRIVER_INITIALIZE *PDRIVER_INITIALIZE;
typedef DRIVER_UNLOAD *PDRIVER_UNLOAD;
typedef struct _DEVICE_OBJECT {
    struct _DRIVER_OBJECT *DriverObject; PVOID DeviceExtension; ULONG Flags, DeviceType, Characteristics;
    struct _DEVICE_OBJECT *AttachedDevice, *DhpLower; CCHAR StackSize; struct _DEVICE_OBJECT *NextDevice;
    ULONG AlignmentRequirement;
} DEVICE_OBJECT, *PDEVICE_OBJECT;
typedef struct _DRIVER_EXTENSION { DRIVER_ADD_DEVICE *AddDevice; } DRIVER_EXTENSION;
typedef struct _DRIVER_OBJECT {
    PDEVICE_OBJECT DeviceObject; DRIVER_EXTENSION *DriverExtension; DRIVER_UNLOAD *DriverUnload;
    PDRIVER_DISPATCH MajorFunction[IRP_MJ_MAXIMUM_FUNCTION + 1];
} DRIVER_OBJECT, *PDRIVER_OBJECT;
typedef struct _IO_STATUS_BLOCK { union { NTSTATUS Status; PVOID Pointer; }; ULONG_PTR Information; }
    IO_STATUS_BLOCK, *PIO_STATUS_BLOCK;
typedef struct _MDL {
    struct _MDL *Next; CSHORT Size, MdlFlags; PVOID Process, MappedSystemVa, StartVa; ULONG ByteCount, ByteOffset;
    PHYSICAL_ADDRESS DhpAddress; PVOID DhpVirtual;
} MDL, *PMDL;
#define MDL_MAPPED_TO_SYSTEM_VA 1
#define MDL_PAGES_LOCKED 2
#define MDL_SOURCE_IS_NONPAGED_POOL 4
typedef struct _IO_STACK_LOCATION {
    UCHAR MajorFunction, MinorFunction, Flags, Control;
    union {
        struct { ULONG Length, Key; LARGE_INTEGER ByteOffset; } Read, Write;
        struct { ULONG OutputBufferLength, InputBufferLength, IoControlCode; } DeviceIoControl;
        struct { PCM_RESOURCE_LIST AllocatedResources, AllocatedResourcesTranslated; } StartDevice;
        struct { ULONG SystemContext; POWER_STATE_TYPE Type; POWER_STATE State; POWER_ACTION ShutdownType; } Power;
        struct { BOOLEAN InPath; BOOLEAN Reserved[3]; DEVICE_USAGE_NOTIFICATION_TYPE Type; } UsageNotification;
    } Parameters;
    PDEVICE_OBJECT DeviceObject;
    PIO_COMPLETION_ROUTINE CompletionRoutine;
    PVOID Context;
} IO_STACK_LOCATION, *PIO_STACK_LOCATION;
typedef struct _IRP {
    IO_STATUS_BLOCK IoStatus; PMDL MdlAddress; BOOLEAN PendingReturned, Cancel; CCHAR CurrentLocation, StackCount;
    union { struct { PVOID DriverContext[4]; LIST_ENTRY ListEntry; } Overlay; } Tail;
    union { PVOID SystemBuffer; } AssociatedIrp;
    DRIVER_CANCEL *CancelRoutine; KIRQL CancelIrql;
    ULONG64 DhpRequest; BOOLEAN DhpCompleted; LONG DhpLocation;
    void (*DhpDone)(struct _IRP *); PVOID DhpContext;
    IO_STACK_LOCATION DhpStack[3];
} IRP, *PIRP;
#define IoGetCurrentIrpStackLocation(irp) (&(irp)->DhpStack[(irp)->DhpLocation])
#define IoGetNextIrpStackLocation(irp) (&(irp)->DhpStack[(irp)->DhpLocation + 1])
#define IoSkipCurrentIrpStackLocation(irp) ((void)(irp)->DhpLocation--)
#define IoMarkIrpPending(irp) (IoGetCurrentIrpStackLocation(irp)->Control |= SL_PENDING_RETURNED)
/* Nobody cancels a request here; a driver that gets itself ready for it is as good as one that does not. */
#define IoAcquireCancelSpinLock(i) (*(i) = PASSIVE_LEVEL)
#define IoReleaseCancelSpinLock(i) ((void)(i))
BOOLEAN IoCancelIrp(PIRP irp);
static inline PDRIVER_CANCEL IoSetCancelRoutine(PIRP irp, PDRIVER_CANCEL routine)
{
    return __atomic_exchange_n(&irp->CancelRoutine, routine, __ATOMIC_SEQ_CST);
}
void IoCopyCurrentIrpStackLocationToNext(PIRP irp);
void IoSetCompletionRoutine(PIRP irp, PIO_COMPLETION_ROUTINE r, PVOID context, BOOLEAN s, BOOLEAN e, BOOLEAN c);
NTSTATUS IoCallDriver(PDEVICE_OBJECT device, PIRP irp);
#define PoCallDriver IoCallDriver
void IoCompleteRequest(PIRP irp, CCHAR boost);
BOOLEAN IoForwardIrpSynchronously(PDEVICE_OBJECT device, PIRP irp);
struct _IO_CSQ;
typedef void IO_CSQ_INSERT_IRP(struct _IO_CSQ *, PIRP);
typedef IO_CSQ_INSERT_IRP *PIO_CSQ_INSERT_IRP;
typedef void IO_CSQ_REMOVE_IRP(struct _IO_CSQ *, PIRP);
typedef IO_CSQ_REMOVE_IRP *PIO_CSQ_REMOVE_IRP;
typedef PIRP IO_CSQ_PEEK_NEXT_IRP(struct _IO_CSQ *, PIRP, PVOID);
typedef IO_CSQ_PEEK_NEXT_IRP *PIO_CSQ_PEEK_NEXT_IRP;
typedef void IO_CSQ_ACQUIRE_LOCK(struct _IO_CSQ *, PKIRQL);
typedef IO_CSQ_ACQUIRE_LOCK *PIO_CSQ_ACQUIRE_LOCK;
typedef void IO_CSQ_RELEASE_LOCK(struct _IO_CSQ *, KIRQL);
typedef IO_CSQ_RELEASE_LOCK *PIO_CSQ_RELEASE_LOCK;
typedef void IO_CSQ_COMPLETE_CANCELED_IRP(struct _IO_CSQ *, PIRP);
typedef IO_CSQ_COMPLETE_CANCELED_IRP *PIO_CSQ_COMPLETE_CANCELED_IRP;
typedef struct _IO_CSQ {
    PIO_CSQ_INSERT_IRP Insert; PIO_CSQ_REMOVE_IRP Remove; PIO_CSQ_PEEK_NEXT_IRP Peek; PIO_CSQ_ACQUIRE_LOCK Acquire;
    PIO_CSQ_RELEASE_LOCK Release; PIO_CSQ_COMPLETE_CANCELED_IRP Cancel;
} IO_CSQ, *PIO_CSQ;
typedef struct _IO_CSQ_IRP_CONTEXT { PIRP Irp; } IO_CSQ_IRP_CONTEXT, *PIO_CSQ_IRP_CONTEXT;
NTSTATUS IoCsqInitialize(PIO_CSQ q, PIO_CSQ_INSERT_IRP insert, PIO_CSQ_REMOVE_IRP remove, PIO_CSQ_PEEK_NEXT_IRP peek,
    PIO_CSQ_ACQUIRE_LOCK acquire, PIO_CSQ_RELEASE_LOCK release, PIO_CSQ_COMPLETE_CANCELED_IRP cancel);
void IoCsqInsertIrp(PIO_CSQ q, PIRP irp, PIO_CSQ_IRP_CONTEXT context);
PIRP IoCsqRemoveNextIrp(PIO_CSQ q, PVOID peek);
PIRP IoCsqRemoveIrp(PIO_CSQ q, PIO_CSQ_IRP_CONTEXT context);
NTSTATUS IoCreateDevice(PDRIVER_OBJECT d, ULONG extension, PUNICODE_STRING name, ULONG type, ULONG characteristics,
    BOOLEAN exclusive, PDEVICE_OBJECT *device);
void IoDeleteDevice(PDEVICE_OBJECT device);
PDEVICE_OBJECT IoAttachDeviceToDeviceStack(PDEVICE_OBJECT source, PDEVICE_OBJECT target);
void IoDetachDevice(PDEVICE_OBJECT target);
#define IoCreateSymbolicLink(a, b) ((void)(a), (void)(b), STATUS_SUCCESS)
#define IoDeleteSymbolicLink(a) ((void)(a), STATUS_SUCCESS)
#define IoRegisterDeviceInterface(d, g, r, l) ((void)(d), (void)(g), (void)(r), RtlInitUnicodeString((l), L""), \
    STATUS_SUCCESS)
#define IoSetDeviceInterfaceState(l, e) ((void)(l), (void)(e), STATUS_SUCCESS)
#define IoWMIRegistrationControl(d, a) ((void)(d), (void)(a), STATUS_SUCCESS)
#define WMIREG_ACTION_REGISTER 1
#define WMIREG_ACTION_DEREGISTER 2
#define IoRegisterShutdownNotification(d) ((void)(d), STATUS_SUCCESS)
#define IoUnregisterShutdownNotification(d) ((void)(d))
#define RtlFreeUnicodeString(s) ((void)(s))
#define PoStartNextPowerIrp(irp) ((void)(irp))
/* The settings of power never change, and the device is never idle. */
typedef NTSTATUS POWER_SETTING_CALLBACK(LPCGUID, PVOID, ULONG, PVOID);
typedef POWER_SETTING_CALLBACK *PPOWER_SETTING_CALLBACK;
#define PoRegisterPowerSettingCallback(d, g, f, c, h) \
    ((void)(d), (void)(g), (void)(f), (void)(c), *(PVOID *)(h) = (PVOID)&DhpThreadType, STATUS_SUCCESS)
#define PoUnregisterPowerSettingCallback(h) ((void)(h), STATUS_SUCCESS)
#define PoRegisterDeviceForIdleDetection(d, c, p, s) ((void)(d), (void)(s), (PULONG)NULL)
#define PoSetDeviceBusy(p) ((void)(p))
POWER_STATE PoSetPowerState(PDEVICE_OBJECT device, POWER_STATE_TYPE type, POWER_STATE state);
typedef void REQUEST_POWER_COMPLETE(PDEVICE_OBJECT, UCHAR, POWER_STATE, PVOID, PIO_STATUS_BLOCK);
typedef REQUEST_POWER_COMPLETE *PREQUEST_POWER_COMPLETE;
NTSTATUS PoRequestPowerIrp(PDEVICE_OBJECT device, UCHAR minor, POWER_STATE state, PREQUEST_POWER_COMPLETE done,
    PVOID context, PIRP *irp);
typedef struct _IO_REMOVE_LOCK { LONG Count; } IO_REMOVE_LOCK, *PIO_REMOVE_LOCK;
#define IoInitializeRemoveLock(l, t, m, h) ((l)->Count = 0)
#define IoAcquireRemoveLock(l, t) ((l)->Count++, STATUS_SUCCESS)
#define IoReleaseRemoveLock(l, t) ((void)(l)->Count--)
#define IoReleaseRemoveLockAndWait(l, t) ((void)(l)->Count--)

/* Registers of the device: every access is seen. */
#define READ_REGISTER_ULONG(r) (DhpTouchHardware(), *(volatile ULONG *)(r))
#define WRITE_REGISTER_ULONG(r, v) (DhpTouchHardware(), (void)(*(volatile ULONG *)(r) = (v)))
#define READ_REGISTER_ULONG64(r) (DhpTouchHardware(), *(volatile ULONG64 *)(r))
#define WRITE_REGISTER_ULONG64(r, v) (DhpTouchHardware(), (void)(*(volatile ULONG64 *)(r) = (v)))
void DhpTouchHardware(void);
PVOID MmMapIoSpace(PHYSICAL_ADDRESS address, SIZE_T bytes, int cache);
#define MmNonCached 0
#define MmCached 1
#define MmUnmapIoSpace(p, n) ((void)(p), (void)(n))
/* DMA: where a request is in physical memory, and what the device is told to transfer to. */
PHYSICAL_ADDRESS DhpRequestAddress(PIRP irp);
void DhpStartTransfer(PHYSICAL_ADDRESS address);
void DhpStopTransfers(void);
#define MmGetMdlByteCount(m) ((m)->ByteCount)
#define MmGetSystemAddressForMdlSafe(m, p) ((m)->DhpVirtual)
#define MmGetSystemAddressForMdl(m) ((m)->DhpVirtual)
#define MmGetMdlVirtualAddress(m) ((m)->DhpVirtual)
#define MmGetMdlByteOffset(m) ((m)->ByteOffset)
/* Pages that follow each other. */
static inline PPFN_NUMBER MmGetMdlPfnArray(PMDL m)
{
    static PFN_NUMBER pages[512];
    for (ULONG i = 0; i < m->ByteCount / PAGE_SIZE && i < 512; i++)
        pages[i] = (PFN_NUMBER)(m->DhpAddress.QuadPart >> PAGE_SHIFT) + i;
    return pages;
}
#define NormalPagePriority 16
#define LowPagePriority 0
#define HighPagePriority 32
#define MdlMappingNoExecute 0x40000000

typedef struct _KINTERRUPT *PKINTERRUPT;
typedef BOOLEAN KSERVICE_ROUTINE(PKINTERRUPT, PVOID);
typedef KSERVICE_ROUTINE *PKSERVICE_ROUTINE;
typedef BOOLEAN KMESSAGE_SERVICE_ROUTINE(PKINTERRUPT, PVOID, ULONG);
typedef KMESSAGE_SERVICE_ROUTINE *PKMESSAGE_SERVICE_ROUTINE;
typedef BOOLEAN KSYNCHRONIZE_ROUTINE(PVOID);
typedef enum { LevelSensitive, Latched } KINTERRUPT_MODE;
#define CONNECT_FULLY_SPECIFIED 1
#define CONNECT_LINE_BASED 2
#define CONNECT_MESSAGE_BASED 3
#define CONNECT_FULLY_SPECIFIED_GROUP 4
/* The device has one message, which may be served on the processors that its start names. */
typedef struct _IO_INTERRUPT_MESSAGE_INFO_ENTRY {
    PHYSICAL_ADDRESS MessageAddress; KAFFINITY TargetProcessorSet; PKINTERRUPT InterruptObject; ULONG MessageData, Vector;
    KIRQL Irql; KINTERRUPT_MODE Mode; int Polarity;
} IO_INTERRUPT_MESSAGE_INFO_ENTRY, *PIO_INTERRUPT_MESSAGE_INFO_ENTRY;
typedef struct _IO_INTERRUPT_MESSAGE_INFO {
    KIRQL UnifiedIrql; ULONG MessageCount; IO_INTERRUPT_MESSAGE_INFO_ENTRY MessageInfo[1];
} IO_INTERRUPT_MESSAGE_INFO, *PIO_INTERRUPT_MESSAGE_INFO;
typedef struct _IO_CONNECT_INTERRUPT_PARAMETERS {
    ULONG Version;
    union {
        struct {
            PDEVICE_OBJECT PhysicalDeviceObject; PKINTERRUPT *InterruptObject; PKSERVICE_ROUTINE ServiceRoutine;
            PVOID ServiceContext; PKSPIN_LOCK SpinLock; KIRQL SynchronizeIrql; BOOLEAN FloatingSave, ShareVector;
            ULONG Vector; KIRQL Irql; KINTERRUPT_MODE InterruptMode; KAFFINITY ProcessorEnableMask; USHORT Group;
        } FullySpecified;
        struct {
            PDEVICE_OBJECT PhysicalDeviceObject; PKINTERRUPT *InterruptObject; PKSERVICE_ROUTINE ServiceRoutine;
            PVOID ServiceContext; PKSPIN_LOCK SpinLock; KIRQL SynchronizeIrql; BOOLEAN FloatingSave;
        } LineBased;
        struct {
            PDEVICE_OBJECT PhysicalDeviceObject;
            union {
                PVOID *Generic; PIO_INTERRUPT_MESSAGE_INFO *InterruptMessageTable; PKINTERRUPT *InterruptObject;
            } ConnectionContext;
            PKMESSAGE_SERVICE_ROUTINE MessageServiceRoutine; PVOID ServiceContext; PKSPIN_LOCK SpinLock;
            KIRQL SynchronizeIrql; BOOLEAN FloatingSave; PKSERVICE_ROUTINE FallBackServiceRoutine;
        } MessageBased;
    };
} IO_CONNECT_INTERRUPT_PARAMETERS, *PIO_CONNECT_INTERRUPT_PARAMETERS;
typedef struct _IO_DISCONNECT_INTERRUPT_PARAMETERS {
    ULONG Version;
    union {
        PVOID Generic; PKINTERRUPT InterruptObject; PIO_INTERRUPT_MESSAGE_INFO InterruptMessageTable;
    } ConnectionContext;
} IO_DISCONNECT_INTERRUPT_PARAMETERS, *PIO_DISCONNECT_INTERRUPT_PARAMETERS;
NTSTATUS IoConnectInterruptEx(PIO_CONNECT_INTERRUPT_PARAMETERS p);
void IoDisconnectInterruptEx(PIO_DISCONNECT_INTERRUPT_PARAMETERS p);
NTSTATUS IoConnectInterrupt(PKINTERRUPT *object, PKSERVICE_ROUTINE routine, PVOID context, PKSPIN_LOCK lock, ULONG vector,
    KIRQL irql, KIRQL synchronize, KINTERRUPT_MODE mode, BOOLEAN share, KAFFINITY mask, BOOLEAN floating);
void IoDisconnectInterrupt(PKINTERRUPT object);
#define KeSynchronizeExecution(i, r, c) ((void)(i), (r)(c))

typedef enum { EventCategoryReserved, EventCategoryHardwareProfileChange, EventCategoryDeviceInterfaceChange,
    EventCategoryTargetDeviceChange } IO_NOTIFICATION_EVENT_CATEGORY;
#define PNPNOTIFY_DEVICE_INTERFACE_INCLUDE_EXISTING_INTERFACES 1
typedef struct _DEVICE_INTERFACE_CHANGE_NOTIFICATION {
    USHORT Version, Size; GUID Event; GUID InterfaceClassGuid; PUNICODE_STRING SymbolicLinkName;
} DEVICE_INTERFACE_CHANGE_NOTIFICATION, *PDEVICE_INTERFACE_CHANGE_NOTIFICATION;
typedef NTSTATUS DRIVER_NOTIFICATION_CALLBACK_ROUTINE(PVOID, PVOID);
typedef DRIVER_NOTIFICATION_CALLBACK_ROUTINE *PDRIVER_NOTIFICATION_CALLBACK_ROUTINE;
NTSTATUS IoRegisterPlugPlayNotification(IO_NOTIFICATION_EVENT_CATEGORY category, ULONG flags, PVOID data,
    PDRIVER_OBJECT driver, PDRIVER_NOTIFICATION_CALLBACK_ROUTINE routine, PVOID context, PVOID *entry);
NTSTATUS IoUnregisterPlugPlayNotification(PVOID entry);
NTSTATUS IoUnregisterPlugPlayNotificationEx(PVOID entry);

/* A callback object that nobody notifies: registering succeeds, and the routine is never called. */
typedef struct _CALLBACK_OBJECT *PCALLBACK_OBJECT;
typedef void CALLBACK_FUNCTION(PVOID, PVOID, PVOID);
typedef CALLBACK_FUNCTION *PCALLBACK_FUNCTION;
#define PO_CB_SYSTEM_POWER_POLICY 0
#define PO_CB_AC_STATUS 1
#define PO_CB_BUTTON_COLLISION 2
#define PO_CB_SYSTEM_STATE_LOCK 3
#define ExCreateCallback(o, a, c, m) ((void)(a), *(o) = (PCALLBACK_OBJECT)&DhpThreadType, STATUS_SUCCESS)
#define ExRegisterCallback(o, f, c) ((void)(o), (void)(f), (void)(c), (PVOID)&DhpThreadType)
#define ExUnregisterCallback(h) ((void)(h))
#define ExNotifyCallback(o, a, b) ((void)(o), (void)(a), (void)(b))

/* The first Windows Server that has processor groups and hot adds processors. */
typedef struct _OSVERSIONINFOW {
    ULONG dwOSVersionInfoSize, dwMajorVersion, dwMinorVersion, dwBuildNumber, dwPlatformId; WCHAR szCSDVersion[128];
} RTL_OSVERSIONINFOW, *PRTL_OSVERSIONINFOW;
typedef struct _OSVERSIONINFOEXW {
    ULONG dwOSVersionInfoSize, dwMajorVersion, dwMinorVersion, dwBuildNumber, dwPlatformId; WCHAR szCSDVersion[128];
    USHORT wServicePackMajor, wServicePackMinor, wSuiteMask; UCHAR wProductType, wReserved;
} RTL_OSVERSIONINFOEXW, *PRTL_OSVERSIONINFOEXW;
#define VER_PLATFORM_WIN32s 0
#define VER_PLATFORM_WIN32_WINDOWS 1
#define VER_PLATFORM_WIN32_NT 2
#define VER_NT_WORKSTATION 1
#define VER_NT_DOMAIN_CONTROLLER 2
#define VER_NT_SERVER 3
#define VER_SUITE_SMALLBUSINESS 0x0001
#define VER_SUITE_ENTERPRISE 0x0002
#define VER_SUITE_BACKOFFICE 0x0004
#define VER_SUITE_COMMUNICATIONS 0x0008
#define VER_SUITE_TERMINAL 0x0010
#define VER_SUITE_SMALLBUSINESS_RESTRICTED 0x0020
#define VER_SUITE_EMBEDDEDNT 0x0040
#define VER_SUITE_DATACENTER 0x0080
#define VER_SUITE_SINGLEUSERTS 0x0100
#define VER_SUITE_PERSONAL 0x0200
#define VER_SUITE_BLADE 0x0400
#define VER_SUITE_EMBEDDED_RESTRICTED 0x0800
#define VER_SUITE_SECURITY_APPLIANCE 0x1000
#define VER_SUITE_STORAGE_SERVER 0x2000
#define VER_SUITE_COMPUTE_SERVER 0x4000
static inline NTSTATUS RtlGetVersion(PRTL_OSVERSIONINFOW v)
{
    v->dwMajorVersion = 6;
    v->dwMinorVersion = 1;
    v->dwBuildNumber = 7601;
    v->dwPlatformId = 2;
    v->szCSDVersion[0] = 0;
    if (v->dwOSVersionInfoSize >= sizeof(RTL_OSVERSIONINFOEXW)) {
        PRTL_OSVERSIONINFOEXW x = (PRTL_OSVERSIONINFOEXW)v;
        x->wServicePackMajor = 1;
        x->wServicePackMinor = 0;
        x->wSuiteMask = VER_SUITE_ENTERPRISE;
        x->wProductType = VER_NT_SERVER;
    }
    return STATUS_SUCCESS;
}
/* Null for a routine that has nothing to do with processors: whoever looks one up has to do without. */
PVOID MmGetSystemRoutineAddress(PUNICODE_STRING name);
#define PsGetVersion(major, minor, build, text) DhpGetVersion((major), (minor), (build))
static inline BOOLEAN DhpGetVersion(PULONG major, PULONG minor, PULONG build)
{
    if (major)
        *major = 6;
    if (minor)
        *minor = 1;
    if (build)
        *build = 7601;
    return FALSE;
}

ULONG DbgPrint(const char *format, ...) __attribute__((format(printf, 1, 2)));
ULONG DbgPrintEx(ULONG component, ULONG level, const char *format, ...) __attribute__((format(printf, 3, 4)));
#define KdPrint(x) (DbgPrint x)
#define KdPrintEx(x) (DbgPrintEx x)

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING registry);

EXTERN_C_END

#endif

#if defined(DHP_WDM_IMPLEMENTATION) && !defined(DHP_WDM_IMPLEMENTED)
#define DHP_WDM_IMPLEMENTED
/* ==================================================================================================================
 * The kernel. Everything below is of no interest to a driver.
 * =============================================================================================================== */

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

#ifndef DHP_NAME
#define DHP_NAME "driver"
#endif
#ifndef DHP_VERSION
#define DHP_VERSION "1"
#endif
#ifndef DHP_TRAITS
#define DHP_TRAITS ""
#endif
#ifndef MAP_ANONYMOUS
#define MAP_ANONYMOUS MAP_ANON
#endif

enum { DHP_LINE = 1 << 16, DHP_DEPTH = 16, DHP_STACK = 1 << 18, DHP_RESET = 77, DHP_END = 78,
    DHP_DELAYS = 1000, DHP_PASSES = 500 };

/* What the parent has to know when the process that runs the driver has ended. */
static struct dhp_shared {
    long long open[DHP_DEPTH];
    int depth;
    char line[DHP_LINE];
    char text[256];
} *dhp_shared;

static char dhp_input[DHP_LINE];
static size_t dhp_filled;
static long long dhp_calls;

/* ---- Lines ---- */

static bool dhp_read(char *line)
{
    for (;;) {
        char *end = memchr(dhp_input, '\n', dhp_filled);
        if (end) {
            size_t length = (size_t)(end - dhp_input);
            memcpy(line, dhp_input, length);
            line[length] = 0;
            dhp_filled -= length + 1;
            memmove(dhp_input, end + 1, dhp_filled);
            return true;
        }
        if (dhp_filled == sizeof dhp_input)
            return false;
        ssize_t count = read(0, dhp_input + dhp_filled, sizeof dhp_input - dhp_filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        dhp_filled += (size_t)count;
    }
}

static void dhp_write(const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        ssize_t count = write(1, text, left);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            _exit(DHP_END);
        text += count;
        left -= (size_t)count;
    }
}

static void dhp_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void dhp_say(const char *format, ...)
{
    char line[4096];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    dhp_write(line);
}

/* The suite writes its messages without white space, so that a member is found by its name. */
static const char *dhp_member(const char *line, const char *name)
{
    char key[64];
    snprintf(key, sizeof key, "\"%s\":", name);
    const char *at = strstr(line, key);
    return at ? at + strlen(key) : NULL;
}

static long long dhp_number(const char *line, const char *name)
{
    const char *at = dhp_member(line, name);
    return at ? strtoll(at, NULL, 10) : 0;
}

static ULONG64 dhp_unsigned(const char *line, const char *name)
{
    const char *at = dhp_member(line, name);
    return at ? strtoull(at, NULL, 10) : 0;
}

static bool dhp_is(const char *line, const char *name, const char *value)
{
    const char *at = dhp_member(line, name);
    size_t length = strlen(value);
    return at && *at == '"' && strncmp(at + 1, value, length) == 0 && at[length + 1] == '"';
}

static void dhp_event(const char *line);

/* Calls the suite. While it is answered, events may come: for processors that are there already. */
static ULONG64 dhp_call_status(NTSTATUS *status, const char *format, ...) __attribute__((format(printf, 2, 3)));
static ULONG64 dhp_call_status(NTSTATUS *status, const char *format, ...)
{
    char params[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(params, sizeof params, format, arguments);
    va_end(arguments);
    dhp_say("{\"jsonrpc\":\"2.0\",\"id\":%lld,\"method\":\"call\",\"params\":{%s}}\n", ++dhp_calls, params);
    char *line = malloc(DHP_LINE);
    for (;;) {
        if (!dhp_read(line))
            _exit(DHP_END);
        if (dhp_is(line, "method", "event")) {
            dhp_event(line);
        } else if (dhp_member(line, "method")) {
            strcpy(dhp_shared->line, line);
            _exit(DHP_RESET);
        } else {
            break;
        }
    }
    ULONG64 value = dhp_unsigned(line, "value");
    if (status)
        *status = (NTSTATUS)dhp_number(line, "status");
    free(line);
    return value;
}
#define dhp_call(...) dhp_call_status(NULL, __VA_ARGS__)

void DhpBugCheck(const char *text)
{
    snprintf(dhp_shared->text, sizeof dhp_shared->text, "%s", text);
    fprintf(stderr, "%s\n", text);
    abort();
}

static ULONG dhp_debug(const char *format, va_list arguments)
{
    vfprintf(stderr, format, arguments);
    return 0;
}

ULONG DbgPrint(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    ULONG result = dhp_debug(format, arguments);
    va_end(arguments);
    return result;
}

ULONG DbgPrintEx(ULONG component, ULONG level, const char *format, ...)
{
    va_list arguments;
    (void)component, (void)level;
    va_start(arguments, format);
    ULONG result = dhp_debug(format, arguments);
    va_end(arguments);
    return result;
}

/* ---- Memory ---- */

struct dhp_block { char *memory, *base; size_t bytes, size; ULONG64 handle; bool freed; };
static struct dhp_block *dhp_blocks;
static int dhp_block_count, dhp_block_room;
enum { DHP_CANARY = 0xA5 };

static struct dhp_block *dhp_block_of(const void *memory)
{
    for (int i = dhp_block_count - 1; i >= 0; i--)
        if ((const char *)memory >= dhp_blocks[i].memory && (const char *)memory < dhp_blocks[i].memory + dhp_blocks[i].bytes)
            return &dhp_blocks[i];
    return NULL;
}

static ULONG64 dhp_context_of(const void *context)
{
    struct dhp_block *block = dhp_block_of(context);
    return block ? block->handle : 0;
}

static PVOID dhp_allocate(const char *pool, SIZE_T bytes, bool zero)
{
    NTSTATUS status;
    ULONG64 handle = dhp_call_status(&status, "\"call\":\"allocate\",\"bytes\":%llu,\"pool\":\"%s\"",
        (unsigned long long)bytes, pool);
    if (status < 0 || handle == 0)
        return NULL;
    size_t used = (bytes + 7) & ~(size_t)7;
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t size = (used + page - 1) / page * page + page;
    if (used == 0)
        size = 2 * page;
    char *base = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (base == MAP_FAILED)
        DhpBugCheck("the kit is out of memory");
    mprotect(base + size - page, page, PROT_NONE);
    if (dhp_block_count == dhp_block_room) {
        dhp_block_room = dhp_block_room ? 2 * dhp_block_room : 64;
        dhp_blocks = realloc(dhp_blocks, (size_t)dhp_block_room * sizeof *dhp_blocks);
    }
    char *memory = base + size - page - used;
    if (!zero && bytes <= 1 << 20)
        memset(memory, 0xCD, bytes);
    memset(memory + bytes, DHP_CANARY, used - bytes);
    dhp_blocks[dhp_block_count++] = (struct dhp_block){ memory, base, bytes, size, handle, false };
    return memory;
}

static void dhp_free(PVOID memory)
{
    for (int i = dhp_block_count - 1; i >= 0; i--) {
        struct dhp_block *block = &dhp_blocks[i];
        if (block->memory != memory)
            continue;
        dhp_call("\"call\":\"free\",\"allocation\":%llu", (unsigned long long)block->handle);
        if (block->freed)
            DhpBugCheck("memory was freed twice");
        block->freed = true;
        mprotect(block->base, block->size, PROT_NONE);
        return;
    }
    dhp_call("\"call\":\"free\",\"allocation\":0");
    DhpBugCheck(memory ? "memory was freed that was never allocated" : "a null pointer was freed");
}

static void dhp_check_canaries(void)
{
    for (int i = 0; i < dhp_block_count; i++) {
        struct dhp_block *block = &dhp_blocks[i];
        char *end = block->base + block->size - (size_t)sysconf(_SC_PAGESIZE);
        for (char *at = block->memory + block->bytes; !block->freed && at < end; at++)
            if ((unsigned char)*at != DHP_CANARY)
                DhpBugCheck("memory was written beyond the end of an allocation");
    }
}

PVOID ExAllocatePool2(POOL_FLAGS flags, SIZE_T bytes, ULONG tag)
{
    (void)tag;
    return dhp_allocate(flags & POOL_FLAG_PAGED ? "paged" : "nonpaged", bytes, !(flags & POOL_FLAG_UNINITIALIZED));
}
PVOID ExAllocatePoolWithTag(POOL_TYPE type, SIZE_T bytes, ULONG tag)
{
    (void)tag;
    return dhp_allocate((type & 1) == PagedPool ? "paged" : "nonpaged", bytes, false);
}
PVOID ExAllocatePool(POOL_TYPE type, SIZE_T bytes) { return ExAllocatePoolWithTag(type, bytes, 0); }
PVOID ExAllocatePoolZero(POOL_TYPE type, SIZE_T bytes, ULONG tag)
{
    (void)tag;
    return dhp_allocate((type & 1) == PagedPool ? "paged" : "nonpaged", bytes, true);
}
void ExFreePoolWithTag(PVOID memory, ULONG tag) { (void)tag; dhp_free(memory); }
void ExFreePool(PVOID memory) { dhp_free(memory); }
PVOID MmAllocateContiguousMemory(SIZE_T bytes, PHYSICAL_ADDRESS highest)
{
    (void)highest;
    return dhp_allocate("pages", bytes, true);
}
void MmFreeContiguousMemory(PVOID memory) { dhp_free(memory); }

/* ---- Processors ---- */

static int dhp_here = -1; /* Where a routine runs that has chosen its processor itself; -1 where the event does. */
static int dhp_event_here; /* Where the event is handled. */

/* The indexes of processors that were asked for once, by group and number: they stay what they are. */
enum { DHP_PLACES = 1024 };
static int dhp_index_of_place[DHP_PLACES], dhp_place_of_index[DHP_PLACES]; /* One more than it is; 0 if not known. */

static void dhp_learn(ULONG64 place, ULONG64 index)
{
    if (place < DHP_PLACES && index < DHP_PLACES) {
        dhp_index_of_place[place] = (int)index + 1;
        dhp_place_of_index[index] = (int)place + 1;
    }
}

/* A processor that was not added in the end gives its index back. */
static void dhp_forget(ULONG64 place, ULONG64 index)
{
    if (place < DHP_PLACES && index < DHP_PLACES)
        dhp_index_of_place[place] = dhp_place_of_index[index] = 0;
}

static ULONG64 dhp_count(const char *call, USHORT group)
{
    return group == ALL_PROCESSOR_GROUPS ? dhp_call("\"call\":\"%s\"", call)
        : dhp_call("\"call\":\"%s\",\"group\":%d", call, group);
}
ULONG KeQueryActiveProcessorCountEx(USHORT group) { return (ULONG)dhp_count("query-active-count", group); }
KAFFINITY KeQueryGroupAffinity(USHORT group) { return dhp_call("\"call\":\"query-affinity\",\"group\":%d", group); }
KAFFINITY KeQueryActiveProcessors(void) { return KeQueryGroupAffinity(0); }
ULONG KeQueryActiveProcessorCount(PKAFFINITY active)
{
    if (active)
        *active = KeQueryGroupAffinity(0);
    return KeQueryActiveProcessorCountEx(0);
}
ULONG KeQueryMaximumProcessorCountEx(USHORT group) { return (ULONG)dhp_count("query-maximum-count", group); }
ULONG KeQueryMaximumProcessorCount(void) { return KeQueryMaximumProcessorCountEx(0); }
USHORT KeQueryActiveGroupCount(void) { return (USHORT)dhp_call("\"call\":\"query-group-count\",\"maximum\":false"); }
USHORT KeQueryMaximumGroupCount(void) { return (USHORT)dhp_call("\"call\":\"query-group-count\",\"maximum\":true"); }
NTSTATUS KeGetProcessorNumberFromIndex(ULONG index, PPROCESSOR_NUMBER number)
{
    NTSTATUS status = STATUS_SUCCESS;
    ULONG64 place = index < DHP_PLACES && dhp_place_of_index[index] ? (ULONG64)dhp_place_of_index[index] - 1
        : dhp_call_status(&status, "\"call\":\"locate-processor\",\"index\":%d", (int)index);
    if (status >= 0)
        dhp_learn(place, index);
    if (status >= 0)
        *number = (PROCESSOR_NUMBER){ (USHORT)(place / 64), (UCHAR)(place % 64), 0 };
    return status;
}
ULONG KeGetProcessorIndexFromNumber(PPROCESSOR_NUMBER number)
{
    NTSTATUS status;
    ULONG64 place = (ULONG64)number->Group * 64 + number->Number;
    if (number->Number < 64 && place < DHP_PLACES && dhp_index_of_place[place])
        return (ULONG)dhp_index_of_place[place] - 1;
    ULONG64 index = dhp_call_status(&status, "\"call\":\"find-processor\",\"group\":%d,\"number\":%d", number->Group,
        number->Number);
    if (status < 0)
        return INVALID_PROCESSOR_INDEX;
    dhp_learn(place, index);
    return (ULONG)index;
}
ULONG KeGetCurrentProcessorIndex(void)
{
    return (ULONG)(dhp_here >= 0 ? dhp_here : dhp_event_here);
}
ULONG KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER number)
{
    ULONG index = KeGetCurrentProcessorIndex();
    if (number)
        KeGetProcessorNumberFromIndex(index, number);
    return index;
}
ULONG KeGetCurrentProcessorNumber(void)
{
    PROCESSOR_NUMBER number = { 0, 0, 0 };
    KeGetCurrentProcessorNumberEx(&number);
    return number.Number;
}
NTSTATUS KeQueryLogicalProcessorRelationship(PPROCESSOR_NUMBER number, LOGICAL_PROCESSOR_RELATIONSHIP relation,
    PSYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX information, PULONG length)
{
    USHORT count = KeQueryActiveGroupCount();
    ULONG needed = (ULONG)(sizeof *information + (count - 1) * sizeof(PROCESSOR_GROUP_INFO)), had = *length;
    (void)number;
    if (relation != RelationGroup)
        return STATUS_NOT_SUPPORTED;
    *length = needed;
    if (had < needed)
        return STATUS_INFO_LENGTH_MISMATCH;
    memset(information, 0, needed);
    information->Relationship = RelationGroup;
    information->Size = needed;
    information->Group.MaximumGroupCount = KeQueryMaximumGroupCount();
    information->Group.ActiveGroupCount = count;
    for (USHORT group = 0; group < count; group++) {
        PPROCESSOR_GROUP_INFO it = &information->Group.GroupInfo[group];
        it->MaximumProcessorCount = (UCHAR)KeQueryMaximumProcessorCountEx(group);
        it->ActiveProcessorMask = KeQueryGroupAffinity(group);
        it->ActiveProcessorCount = (UCHAR)__builtin_popcountll(it->ActiveProcessorMask);
    }
    return STATUS_SUCCESS;
}
CCHAR DhpReadObsoleteCount(void) { return (CCHAR)dhp_call("\"call\":\"read-obsolete-count\""); }
ULONG DhpHardwareId(ULONG index) { return (ULONG)dhp_call("\"call\":\"query-hardware-id\",\"index\":%d", (int)index); }
ULONG64 DhpPhysicalMemory(void) { return dhp_call("\"call\":\"query-memory\""); }
PPHYSICAL_MEMORY_RANGE MmGetPhysicalMemoryRanges(void)
{
    ULONG64 bytes = DhpPhysicalMemory();
    PPHYSICAL_MEMORY_RANGE ranges = ExAllocatePoolZero(NonPagedPool, 2 * sizeof *ranges, 0);
    if (ranges)
        ranges[0].NumberOfBytes.QuadPart = (LONGLONG)bytes;
    return ranges;
}

/* ---- Registrations ---- */

enum { DHP_REGISTRATIONS = 64 };
static struct dhp_registration {
    ULONG64 handle; bool used, making; int kind;
    PPROCESSOR_CALLBACK_FUNCTION callback; PDRIVER_NOTIFICATION_CALLBACK_ROUTINE notification; PVOID context;
} dhp_registrations[DHP_REGISTRATIONS];

static struct dhp_registration *dhp_registration(void)
{
    for (int i = 0; i < DHP_REGISTRATIONS; i++)
        if (!dhp_registrations[i].used) {
            memset(&dhp_registrations[i], 0, sizeof dhp_registrations[i]);
            dhp_registrations[i].used = true;
            return &dhp_registrations[i];
        }
    DhpBugCheck("there are too many registrations");
    return NULL;
}

static struct dhp_registration *dhp_registered(ULONG64 handle)
{
    for (int i = 0; i < DHP_REGISTRATIONS; i++)
        if (dhp_registrations[i].used && (handle ? dhp_registrations[i].handle == handle : dhp_registrations[i].making))
            return &dhp_registrations[i];
    return NULL;
}

static void dhp_close_registration(PVOID handle)
{
    struct dhp_registration *it = handle;
    dhp_call("\"call\":\"close-registration\",\"registration\":%llu", it ? (unsigned long long)it->handle : 0ULL);
    if (it)
        it->used = false;
}

PVOID KeRegisterProcessorChangeCallback(PPROCESSOR_CALLBACK_FUNCTION routine, PVOID context, ULONG flags)
{
    struct dhp_registration *it = dhp_registration();
    NTSTATUS status;
    it->callback = routine;
    it->context = context;
    it->making = true;
    it->handle = dhp_call_status(&status,
        "\"call\":\"register-processor-callback\",\"addExisting\":%s,\"context\":%llu",
        flags & KE_PROCESSOR_CHANGE_ADD_EXISTING ? "true" : "false", (unsigned long long)dhp_context_of(context));
    it->making = false;
    it->used = status >= 0 && it->handle != 0;
    return it->used ? it : NULL;
}
void KeDeregisterProcessorChangeCallback(PVOID handle) { dhp_close_registration(handle); }

NTSTATUS IoRegisterPlugPlayNotification(IO_NOTIFICATION_EVENT_CATEGORY category, ULONG flags, PVOID data,
    PDRIVER_OBJECT driver, PDRIVER_NOTIFICATION_CALLBACK_ROUTINE routine, PVOID context, PVOID *entry)
{
    (void)driver;
    bool interface = category == EventCategoryDeviceInterfaceChange && data;
    const char *name = interface && IsEqualGUID(data, &GUID_DEVICE_PROCESSOR) ? "processor"
        : interface && IsEqualGUID(data, &GUID_DEVICE_MEMORY) ? "memory" : "other";
    struct dhp_registration *it = dhp_registration();
    NTSTATUS status;
    it->notification = routine;
    it->context = context;
    it->handle = dhp_call_status(&status,
        "\"call\":\"register-interface\",\"class\":\"%s\",\"includeExisting\":%s,\"context\":%llu", name,
        flags & PNPNOTIFY_DEVICE_INTERFACE_INCLUDE_EXISTING_INTERFACES ? "true" : "false",
        (unsigned long long)dhp_context_of(context));
    it->used = status >= 0;
    *entry = it->used ? it : NULL;
    return status;
}
NTSTATUS IoUnregisterPlugPlayNotification(PVOID entry) { dhp_close_registration(entry); return STATUS_SUCCESS; }
NTSTATUS IoUnregisterPlugPlayNotificationEx(PVOID entry) { dhp_close_registration(entry); return STATUS_SUCCESS; }

/* ---- Threads: coroutines, so that everything happens in one order ---- */

struct _KTHREAD {
    DISPATCHER_HEADER header; /* Signalled when it has ended. */
    ULONG64 handle; ucontext_t state; char *stack; PKSTART_ROUTINE routine; PVOID context;
    bool ended; PVOID *waits; ULONG count; WAIT_TYPE type; ULONG64 until;
    struct _KTHREAD *next; int here;
};
static struct _KTHREAD *dhp_threads, *dhp_thread;
static ucontext_t dhp_main;
static ULONG64 dhp_now; /* In units of 100 ns. */
static int dhp_delays; /* In the event that is being handled. */
static int dhp_passes; /* How often time passed in it, since a timer may expire again and again. */
static ULONG64 dhp_handled; /* Events, so that a wait can tell whether something has happened meanwhile. */
static ULONG64 dhp_worker; /* The thread that stands for whoever calls, once it has chosen a processor. */
enum { DHP_NOTIFICATION = 1, DHP_SYNCHRONIZATION, DHP_SEMAPHORE, DHP_ENDED, DHP_TIMER };
PVOID DhpThreadType;

static bool dhp_signalled(PVOID object) { return ((DISPATCHER_HEADER *)object)->Signal > 0; }

/* The place of the object that ends a wait, 0 if all do; count if it goes on. */
static ULONG dhp_ends(PVOID *objects, ULONG count, WAIT_TYPE type)
{
    ULONG place = 0;
    while (place < count && dhp_signalled(objects[place]) == (type == WaitAll))
        place++;
    return type == WaitAny ? place : place == count ? 0 : count;
}

static void dhp_take(DISPATCHER_HEADER *object)
{
    if (object->Type == DHP_SYNCHRONIZATION)
        object->Signal = 0;
    else if (object->Type == DHP_SEMAPHORE)
        object->Signal--;
}

static void dhp_thread_main(void)
{
    dhp_thread->routine(dhp_thread->context);
    PsTerminateSystemThread(STATUS_SUCCESS);
}

static bool dhp_runnable(struct _KTHREAD *thread)
{
    return !thread->ended && (thread->until <= dhp_now
        || (thread->waits && dhp_ends(thread->waits, thread->count, thread->type) < thread->count));
}

static bool dhp_do_work(void);

static bool dhp_run_threads(void)
{
    bool ran = false;
    for (int round = 0; round < 10000; round++) {
        struct _KTHREAD *thread = dhp_threads;
        if (dhp_do_work()) {
            ran = true;
            continue;
        }
        while (thread && !dhp_runnable(thread))
            thread = thread->next;
        if (!thread)
            return ran;
        int here = dhp_here;
        dhp_thread = thread;
        dhp_here = thread->here;
        swapcontext(&dhp_main, &thread->state);
        dhp_thread = NULL;
        dhp_here = here;
        ran = true;
    }
    DhpBugCheck("a thread runs without ever waiting");
    return ran;
}

static struct _KTHREAD *dhp_add_thread(PKSTART_ROUTINE routine, PVOID context, ULONG64 handle)
{
    struct _KTHREAD *thread = calloc(1, sizeof *thread);
    thread->header.Type = DHP_ENDED;
    thread->handle = handle;
    thread->stack = malloc(DHP_STACK);
    thread->routine = routine;
    thread->context = context;
    thread->here = -1;
    getcontext(&thread->state);
    thread->state.uc_stack.ss_sp = thread->stack;
    thread->state.uc_stack.ss_size = DHP_STACK;
    makecontext(&thread->state, dhp_thread_main, 0);
    struct _KTHREAD **last = &dhp_threads;
    while (*last)
        last = &(*last)->next;
    *last = thread;
    return thread;
}

NTSTATUS PsCreateSystemThread(PHANDLE handle, ULONG access, POBJECT_ATTRIBUTES a, HANDLE process, PCLIENT_ID id,
    PKSTART_ROUTINE routine, PVOID context)
{
    (void)access, (void)a, (void)process, (void)id;
    *handle = dhp_add_thread(routine, context, dhp_call("\"call\":\"start-thread\",\"group\":0,\"mask\":0"));
    return STATUS_SUCCESS;
}

NTSTATUS PsTerminateSystemThread(NTSTATUS status)
{
    struct _KTHREAD *thread = dhp_thread;
    if (!thread)
        return STATUS_INVALID_PARAMETER;
    if (thread->handle)
        dhp_call("\"call\":\"stop-thread\",\"thread\":%llu", (unsigned long long)thread->handle);
    thread->ended = true;
    thread->header.Signal = 1;
    swapcontext(&thread->state, &dhp_main);
    return status;
}

NTSTATUS ObReferenceObjectByHandle(HANDLE h, ACCESS_MASK a, PVOID type, KPROCESSOR_MODE m, PVOID *object, PVOID info)
{
    (void)a, (void)type, (void)m, (void)info;
    *object = h;
    return STATUS_SUCCESS;
}
NTSTATUS ZwClose(HANDLE h) { (void)h; return STATUS_SUCCESS; }
PKTHREAD KeGetCurrentThread(void) { static struct _KTHREAD other; return dhp_thread ? dhp_thread : &other; }
KPRIORITY KeSetPriorityThread(PKTHREAD thread, KPRIORITY priority) { (void)thread, (void)priority; return 8; }

static void dhp_run_on(USHORT group, KAFFINITY mask)
{
    NTSTATUS status = 0;
    ULONG64 *handle = dhp_thread ? &dhp_thread->handle : &dhp_worker;
    if (*handle == 0)
        *handle = dhp_call_status(&status, "\"call\":\"start-thread\",\"group\":%d,\"mask\":%llu", group,
            (unsigned long long)mask);
    else
        dhp_call_status(&status, "\"call\":\"set-thread-affinity\",\"thread\":%llu,\"group\":%d,\"mask\":%llu",
            (unsigned long long)*handle, group, (unsigned long long)mask);
    if (status < 0 || mask == 0)
        return;
    PROCESSOR_NUMBER number = { group, (UCHAR)__builtin_ctzll(mask), 0 };
    dhp_here = (int)KeGetProcessorIndexFromNumber(&number);
    if (dhp_thread)
        dhp_thread->here = dhp_here;
}

static void dhp_run_anywhere(void)
{
    dhp_here = -1;
    if (dhp_thread) {
        dhp_thread->here = -1;
        dhp_call("\"call\":\"set-thread-affinity\",\"thread\":%llu,\"group\":0,\"mask\":0",
            (unsigned long long)dhp_thread->handle);
    } else if (dhp_worker) {
        dhp_call("\"call\":\"stop-thread\",\"thread\":%llu", (unsigned long long)dhp_worker);
        dhp_worker = 0;
    }
}

void KeSetSystemGroupAffinityThread(PGROUP_AFFINITY affinity, PGROUP_AFFINITY previous)
{
    if (previous)
        memset(previous, 0, sizeof *previous);
    dhp_run_on(affinity->Group, affinity->Mask);
}
void KeRevertToUserGroupAffinityThread(PGROUP_AFFINITY previous)
{
    if (!previous || previous->Mask == 0)
        dhp_run_anywhere();
    else
        dhp_run_on(previous->Group, previous->Mask);
}
void KeSetSystemAffinityThread(KAFFINITY affinity) { dhp_run_on(0, affinity); }
KAFFINITY KeSetAffinityThread(PKTHREAD thread, KAFFINITY affinity)
{
    struct _KTHREAD *here = dhp_thread;
    dhp_thread = thread && thread->handle ? thread : here;
    int place = dhp_here;
    dhp_run_on(0, affinity);
    if (dhp_thread != here)
        dhp_here = place;
    dhp_thread = here;
    return 0;
}
KAFFINITY KeSetSystemAffinityThreadEx(KAFFINITY affinity) { dhp_run_on(0, affinity); return 0; }
void KeRevertToUserAffinityThread(void) { dhp_run_anywhere(); }
void KeRevertToUserAffinityThreadEx(KAFFINITY affinity) { (void)affinity; dhp_run_anywhere(); }

void KeInitializeEvent(PKEVENT e, EVENT_TYPE type, BOOLEAN state)
{
    e->Header = (DISPATCHER_HEADER){ type == NotificationEvent ? DHP_NOTIFICATION : DHP_SYNCHRONIZATION, state, 1 };
}
LONG KeSetEvent(PKEVENT e, KPRIORITY increment, BOOLEAN wait)
{
    LONG before = e->Header.Signal;
    (void)increment, (void)wait;
    e->Header.Signal = 1;
    return before;
}
LONG KeResetEvent(PKEVENT e) { LONG before = e->Header.Signal; e->Header.Signal = 0; return before; }
LONG KeReadStateEvent(PKEVENT e) { return e->Header.Signal; }
void KeInitializeSemaphore(PKSEMAPHORE s, LONG count, LONG limit)
{
    s->Header = (DISPATCHER_HEADER){ DHP_SEMAPHORE, count, limit };
}
LONG KeReleaseSemaphore(PKSEMAPHORE s, KPRIORITY increment, LONG adjustment, BOOLEAN wait)
{
    LONG before = s->Header.Signal;
    (void)increment, (void)wait;
    s->Header.Signal += adjustment;
    return before;
}

static bool dhp_run_dpcs(void);
static bool dhp_wait(ULONG64 until);
static PKTIMER dhp_next_timer(ULONG64 end);
static void dhp_tick_to(ULONG64 end);

static ULONG64 dhp_due(PLARGE_INTEGER timeout)
{
    return !timeout ? UINT64_MAX : timeout->QuadPart < 0 ? dhp_now + (ULONG64)-timeout->QuadPart : (ULONG64)timeout->QuadPart;
}

/* Lets the system go on: the interrupt of the device is served if requests are under way. */
static bool dhp_wait(ULONG64 until)
{
    ULONG64 before = dhp_handled;
    dhp_call("\"call\":\"wait\",\"milliseconds\":%d", until == UINT64_MAX || until <= dhp_now ? 0
        : (int)((until - dhp_now) / 10000));
    return dhp_handled != before && ++dhp_delays <= DHP_DELAYS;
}

/*
 * Nobody is left who could go on now. If the hardware has nothing to say either, time passes: until a timer is due, a
 * thread, or the end of the wait.
 */
static void dhp_pass_time(ULONG64 due)
{
    PKTIMER timer = dhp_next_timer(due);
    ULONG64 next = timer ? timer->Due : due;
    for (struct _KTHREAD *it = dhp_threads; it; it = it->next)
        if (!it->ended && it->until < next)
            next = it->until;
    if (dhp_wait(next))
        return;
    if (next == UINT64_MAX || (due == UINT64_MAX && ++dhp_passes > DHP_PASSES))
        DhpBugCheck("it waits for ever: nothing is left that could signal the object");
    dhp_tick_to(max(next, dhp_now));
}

NTSTATUS KeWaitForMultipleObjects(ULONG count, PVOID objects[], WAIT_TYPE type, KWAIT_REASON r, KPROCESSOR_MODE m,
    BOOLEAN alertable, PLARGE_INTEGER timeout, PKWAIT_BLOCK blocks)
{
    ULONG64 due = dhp_due(timeout);
    ULONG place;
    (void)r, (void)m, (void)alertable;
    if (count == 0 || count > MAXIMUM_WAIT_OBJECTS || (count > THREAD_WAIT_OBJECTS && !blocks))
        DhpBugCheck("it waits for no object, for more than 64, or for more than 3 without wait blocks");
    while ((place = dhp_ends(objects, count, type)) == count) {
        if (due <= dhp_now)
            return STATUS_TIMEOUT;
        if (dhp_thread) {
            dhp_thread->waits = objects;
            dhp_thread->count = count;
            dhp_thread->type = type;
            dhp_thread->until = due;
            swapcontext(&dhp_thread->state, &dhp_main);
            dhp_thread->waits = NULL;
        } else if (!dhp_run_dpcs() && !dhp_run_threads()) {
            dhp_pass_time(due);
        }
    }
    for (ULONG taken = type == WaitAny ? place : 0; taken < (type == WaitAny ? place + 1 : count); taken++)
        dhp_take(objects[taken]);
    return STATUS_WAIT_0 + (NTSTATUS)place;
}

NTSTATUS KeWaitForSingleObject(PVOID object, KWAIT_REASON r, KPROCESSOR_MODE m, BOOLEAN alertable, PLARGE_INTEGER timeout)
{
    return KeWaitForMultipleObjects(1, &object, WaitAny, r, m, alertable, timeout, NULL);
}

NTSTATUS KeDelayExecutionThread(KPROCESSOR_MODE m, BOOLEAN alertable, PLARGE_INTEGER interval)
{
    ULONG64 due = dhp_due(interval);
    (void)m, (void)alertable;
    if (!dhp_thread) {
        if (++dhp_delays > DHP_DELAYS)
            DhpBugCheck("it waits for ever: it looks again and again, and nothing changes");
        dhp_call("\"call\":\"wait\",\"milliseconds\":%d", due > dhp_now ? (int)((due - dhp_now) / 10000) + 1 : 0);
        dhp_run_dpcs();
        dhp_tick_to(max(due, dhp_now));
        return STATUS_SUCCESS;
    }
    dhp_thread->until = due;
    swapcontext(&dhp_thread->state, &dhp_main);
    return STATUS_SUCCESS;
}

/* ---- DPCs and timers ---- */

static LIST_ENTRY dhp_dpcs = { &dhp_dpcs, &dhp_dpcs };
static LIST_ENTRY dhp_timers = { &dhp_timers, &dhp_timers };

void KeInitializeDpc(PKDPC dpc, PKDEFERRED_ROUTINE routine, PVOID context)
{
    memset(dpc, 0, sizeof *dpc);
    dpc->Routine = routine;
    dpc->Context = context;
    dpc->Target = -1;
}
NTSTATUS KeSetTargetProcessorDpcEx(PKDPC dpc, PPROCESSOR_NUMBER number)
{
    dpc->Target = number->Group * 64 + number->Number;
    return STATUS_SUCCESS;
}
void KeSetTargetProcessorDpc(PKDPC dpc, CCHAR number) { dpc->Target = number; }
BOOLEAN KeInsertQueueDpc(PKDPC dpc, PVOID argument1, PVOID argument2)
{
    if (dpc->Queued)
        return FALSE;
    PROCESSOR_NUMBER number = { (USHORT)(dpc->Target / 64), (UCHAR)(dpc->Target % 64), 0 };
    if (dpc->Target < 0)
        KeGetCurrentProcessorNumberEx(&number);
    dpc->Index = KeGetProcessorIndexFromNumber(&number);
    NTSTATUS status;
    dhp_call_status(&status, "\"call\":\"queue-dpc\",\"group\":%d,\"number\":%d", number.Group, number.Number);
    if (status < 0)
        return FALSE;
    dpc->Argument1 = argument1;
    dpc->Argument2 = argument2;
    dpc->Queued = TRUE;
    InsertTailList(&dhp_dpcs, &dpc->Link);
    return TRUE;
}
/* A DPC runs where it was queued to, whoever runs it. */
static void dhp_run_dpc(PKDPC dpc)
{
    int here = dhp_here;
    RemoveEntryList(&dpc->Link);
    dpc->Queued = FALSE;
    dhp_here = (int)dpc->Index;
    dpc->Routine(dpc, dpc->Context, dpc->Argument1, dpc->Argument2);
    dhp_here = here;
}
static bool dhp_run_dpcs(void)
{
    bool ran = !IsListEmpty(&dhp_dpcs);
    while (!IsListEmpty(&dhp_dpcs))
        dhp_run_dpc(CONTAINING_RECORD(dhp_dpcs.Flink, KDPC, Link));
    return ran;
}
BOOLEAN KeRemoveQueueDpc(PKDPC dpc)
{
    if (!dpc->Queued)
        return FALSE;
    RemoveEntryList(&dpc->Link);
    dpc->Queued = FALSE;
    return TRUE;
}
void KeFlushQueuedDpcs(void) { dhp_run_dpcs(); }
ULONG_PTR KeIpiGenericCall(PKIPI_BROADCAST_WORKER worker, ULONG_PTR context)
{
    int here = dhp_here, count = (int)KeQueryActiveProcessorCountEx(ALL_PROCESSOR_GROUPS);
    ULONG_PTR result = 0;
    for (int i = 0; i < count; i++) {
        dhp_here = i;
        result = worker(context);
    }
    dhp_here = here;
    return result;
}
void KeGenericCallDpc(PKDEFERRED_ROUTINE routine, PVOID context)
{
    int here = dhp_here, count = (int)KeQueryActiveProcessorCountEx(ALL_PROCESSOR_GROUPS);
    KDPC dpc;
    KeInitializeDpc(&dpc, routine, context);
    for (int i = 0; i < count; i++) {
        dhp_here = i;
        routine(&dpc, context, &count, &count);
    }
    dhp_here = here;
}
/* ---- Work items: done when the event has been handled ---- */

struct _IO_WORKITEM {
    struct _IO_WORKITEM *next; PDEVICE_OBJECT device; PIO_WORKITEM_ROUTINE routine; PVOID context; PWORK_QUEUE_ITEM plain;
    PIO_WORKITEM_ROUTINE_EX extended;
};
static struct _IO_WORKITEM *dhp_work;

static void dhp_queue_work(struct _IO_WORKITEM *item)
{
    struct _IO_WORKITEM **last = &dhp_work;
    while (*last)
        last = &(*last)->next;
    item->next = NULL;
    *last = item;
}
static bool dhp_do_work(void)
{
    struct _IO_WORKITEM *item = dhp_work;
    if (!item)
        return false;
    dhp_work = item->next;
    if (item->plain)
        item->plain->Routine(item->plain->Parameter);
    else if (item->extended)
        item->extended(item->device, item->context, item);
    else
        item->routine(item->device, item->context);
    return true;
}
PIO_WORKITEM IoAllocateWorkItem(PDEVICE_OBJECT device)
{
    PIO_WORKITEM item = calloc(1, sizeof *item);
    item->device = device;
    return item;
}
void IoFreeWorkItem(PIO_WORKITEM item) { (void)item; }
void IoQueueWorkItem(PIO_WORKITEM item, PIO_WORKITEM_ROUTINE routine, WORK_QUEUE_TYPE type, PVOID context)
{
    (void)type;
    item->routine = routine;
    item->context = context;
    dhp_queue_work(item);
}
void IoQueueWorkItemEx(PIO_WORKITEM item, PIO_WORKITEM_ROUTINE_EX routine, WORK_QUEUE_TYPE type, PVOID context)
{
    (void)type;
    item->extended = routine;
    item->context = context;
    dhp_queue_work(item);
}
void ExQueueWorkItem(PWORK_QUEUE_ITEM item, WORK_QUEUE_TYPE type)
{
    PIO_WORKITEM it = calloc(1, sizeof *it);
    (void)type;
    it->plain = item;
    dhp_queue_work(it);
}
LARGE_INTEGER KeQueryPerformanceCounter(PLARGE_INTEGER frequency)
{
    LARGE_INTEGER now = { .QuadPart = (LONGLONG)dhp_now };
    if (frequency)
        frequency->QuadPart = 10000000;
    return now;
}

void KeInitializeTimer(PKTIMER timer) { KeInitializeTimerEx(timer, NotificationTimer); }
void KeInitializeTimerEx(PKTIMER timer, TIMER_TYPE type)
{
    memset(timer, 0, sizeof *timer);
    timer->Header.Type = type == NotificationTimer ? DHP_TIMER : DHP_SYNCHRONIZATION;
}
BOOLEAN KeCancelTimer(PKTIMER timer)
{
    BOOLEAN was = timer->Set;
    if (was)
        RemoveEntryList(&timer->Link);
    timer->Set = FALSE;
    return was;
}
BOOLEAN KeSetTimerEx(PKTIMER timer, LARGE_INTEGER due, LONG period, PKDPC dpc)
{
    BOOLEAN was = KeCancelTimer(timer);
    timer->Due = dhp_due(&due);
    timer->Period = period;
    timer->Dpc = dpc;
    timer->Header.Signal = 0;
    timer->Set = TRUE;
    InsertTailList(&dhp_timers, &timer->Link);
    return was;
}
BOOLEAN KeSetTimer(PKTIMER timer, LARGE_INTEGER due, PKDPC dpc) { return KeSetTimerEx(timer, due, 0, dpc); }
void KeQuerySystemTime(PLARGE_INTEGER time) { time->QuadPart = (LONGLONG)dhp_now; }
ULONGLONG KeQueryInterruptTime(void) { return dhp_now; }
void KeStallExecutionProcessor(ULONG microseconds) { (void)microseconds; }

/* The first timer that is due until then; null if none is. */
static PKTIMER dhp_next_timer(ULONG64 end)
{
    PKTIMER first = NULL;
    for (PLIST_ENTRY at = dhp_timers.Flink; at != &dhp_timers; at = at->Flink) {
        PKTIMER timer = CONTAINING_RECORD(at, KTIMER, Link);
        if (timer->Due <= end && (!first || timer->Due < first->Due))
            first = timer;
    }
    return first;
}

static void dhp_expire(PKTIMER timer)
{
    KeCancelTimer(timer);
    if (timer->Period > 0) {
        LARGE_INTEGER next = { .QuadPart = -(LONGLONG)timer->Period * 10000 };
        KeSetTimerEx(timer, next, timer->Period, timer->Dpc);
    }
    timer->Header.Signal = 1;
    if (timer->Dpc)
        timer->Dpc->Routine(timer->Dpc, timer->Dpc->Context, NULL, NULL);
}

/* Threads go on when their time has come; one that makes time pass itself is in the middle of it. */
static void dhp_tick_to(ULONG64 end)
{
    for (int round = 0; round < 100000; round++) {
        PKTIMER first = dhp_next_timer(end);
        if (!first)
            break;
        dhp_now = max(dhp_now, first->Due);
        dhp_expire(first);
        if (!dhp_thread)
            dhp_run_threads();
    }
    dhp_now = max(dhp_now, end);
    if (!dhp_thread)
        dhp_run_threads();
}
static void dhp_tick(int milliseconds) { dhp_tick_to(dhp_now + (ULONG64)milliseconds * 10000); }

/* ---- Devices ---- */

static DRIVER_EXTENSION dhp_driver_extension;
static DRIVER_OBJECT dhp_driver = { .DriverExtension = &dhp_driver_extension };
static DEVICE_OBJECT dhp_physical;
static CM_RESOURCE_LIST dhp_resources;
static ULONG64 dhp_registers[512];

static NTSTATUS dhp_invalid(PDEVICE_OBJECT device, PIRP irp)
{
    (void)device;
    irp->IoStatus.Status = STATUS_INVALID_DEVICE_REQUEST;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return STATUS_INVALID_DEVICE_REQUEST;
}

/* The bus driver below: it grants everything. */
static NTSTATUS dhp_bus(PDEVICE_OBJECT device, PIRP irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    (void)device;
    if (stack->MajorFunction == IRP_MJ_POWER && stack->Parameters.Power.Type == DevicePowerState
        && stack->MinorFunction == IRP_MN_SET_POWER)
        PoSetPowerState(device, DevicePowerState, stack->Parameters.Power.State);
    irp->IoStatus.Status = STATUS_SUCCESS;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return STATUS_SUCCESS;
}
static DRIVER_OBJECT dhp_bus_driver;

void IoCopyCurrentIrpStackLocationToNext(PIRP irp)
{
    *IoGetNextIrpStackLocation(irp) = *IoGetCurrentIrpStackLocation(irp);
    IoGetNextIrpStackLocation(irp)->CompletionRoutine = NULL;
    IoGetNextIrpStackLocation(irp)->Control = 0;
}
void IoSetCompletionRoutine(PIRP irp, PIO_COMPLETION_ROUTINE r, PVOID context, BOOLEAN s, BOOLEAN e, BOOLEAN c)
{
    (void)s, (void)e, (void)c;
    IoGetNextIrpStackLocation(irp)->CompletionRoutine = r;
    IoGetNextIrpStackLocation(irp)->Context = context;
}
NTSTATUS IoCallDriver(PDEVICE_OBJECT device, PIRP irp)
{
    if (irp->DhpLocation >= 2)
        DhpBugCheck("an IRP was sent down too often");
    PIO_STACK_LOCATION stack = &irp->DhpStack[++irp->DhpLocation];
    stack->DeviceObject = device;
    return device->DriverObject->MajorFunction[stack->MajorFunction](device, irp);
}

void IoCompleteRequest(PIRP irp, CCHAR boost)
{
    (void)boost;
    if (irp->DhpCompleted) {
        if (irp->DhpRequest)
            dhp_call("\"call\":\"complete-io\",\"request\":%llu,\"status\":0", (unsigned long long)irp->DhpRequest);
        DhpBugCheck("a request was completed twice");
    }
    while (irp->DhpLocation >= 0) {
        PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
        PIO_COMPLETION_ROUTINE routine = stack->CompletionRoutine;
        PDEVICE_OBJECT upper = irp->DhpLocation > 0 ? irp->DhpStack[irp->DhpLocation - 1].DeviceObject : NULL;
        stack->CompletionRoutine = NULL;
        irp->PendingReturned = (stack->Control & SL_PENDING_RETURNED) != 0;
        irp->DhpLocation--;
        if (routine && routine(upper, irp, stack->Context) == STATUS_MORE_PROCESSING_REQUIRED)
            return;
    }
    irp->DhpCompleted = TRUE;
    if (irp->DhpRequest)
        dhp_call("\"call\":\"complete-io\",\"request\":%llu,\"status\":%d", (unsigned long long)irp->DhpRequest,
            irp->IoStatus.Status);
    if (irp->DhpDone)
        irp->DhpDone(irp);
}

BOOLEAN IoCancelIrp(PIRP irp)
{
    DRIVER_CANCEL *routine = IoSetCancelRoutine(irp, NULL);
    irp->Cancel = TRUE;
    if (routine)
        routine(IoGetCurrentIrpStackLocation(irp)->DeviceObject, irp);
    return routine != NULL;
}

/* Cancel-safe queues. */
NTSTATUS IoCsqInitialize(PIO_CSQ q, PIO_CSQ_INSERT_IRP insert, PIO_CSQ_REMOVE_IRP remove, PIO_CSQ_PEEK_NEXT_IRP peek,
    PIO_CSQ_ACQUIRE_LOCK acquire, PIO_CSQ_RELEASE_LOCK release, PIO_CSQ_COMPLETE_CANCELED_IRP cancel)
{
    *q = (IO_CSQ){ insert, remove, peek, acquire, release, cancel };
    return STATUS_SUCCESS;
}
void IoCsqInsertIrp(PIO_CSQ q, PIRP irp, PIO_CSQ_IRP_CONTEXT context)
{
    KIRQL irql;
    IoMarkIrpPending(irp);
    if (context)
        context->Irp = irp;
    q->Acquire(q, &irql);
    q->Insert(q, irp);
    q->Release(q, irql);
}
PIRP IoCsqRemoveNextIrp(PIO_CSQ q, PVOID peek)
{
    KIRQL irql;
    q->Acquire(q, &irql);
    PIRP irp = q->Peek(q, NULL, peek);
    if (irp)
        q->Remove(q, irp);
    q->Release(q, irql);
    return irp;
}
PIRP IoCsqRemoveIrp(PIO_CSQ q, PIO_CSQ_IRP_CONTEXT context)
{
    KIRQL irql;
    PIRP irp = context->Irp;
    context->Irp = NULL;
    q->Acquire(q, &irql);
    if (irp)
        q->Remove(q, irp);
    q->Release(q, irql);
    return irp;
}

static NTSTATUS dhp_stop_completion(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    (void)device, (void)irp;
    *(bool *)context = true;
    return STATUS_MORE_PROCESSING_REQUIRED;
}
BOOLEAN IoForwardIrpSynchronously(PDEVICE_OBJECT device, PIRP irp)
{
    bool done = false;
    IoCopyCurrentIrpStackLocationToNext(irp);
    IoSetCompletionRoutine(irp, dhp_stop_completion, &done, TRUE, TRUE, TRUE);
    IoCallDriver(device, irp);
    return done;
}

NTSTATUS IoCreateDevice(PDRIVER_OBJECT d, ULONG extension, PUNICODE_STRING name, ULONG type, ULONG characteristics,
    BOOLEAN exclusive, PDEVICE_OBJECT *device)
{
    (void)name, (void)exclusive;
    PDEVICE_OBJECT it = calloc(1, sizeof *it);
    it->DriverObject = d;
    it->DeviceExtension = calloc(1, extension + 1);
    it->DeviceType = type;
    it->Characteristics = characteristics;
    it->Flags = DO_DEVICE_INITIALIZING;
    it->StackSize = 1;
    it->NextDevice = d->DeviceObject;
    d->DeviceObject = it;
    *device = it;
    return STATUS_SUCCESS;
}
void IoDeleteDevice(PDEVICE_OBJECT device)
{
    PDEVICE_OBJECT *at = &device->DriverObject->DeviceObject;
    while (*at && *at != device)
        at = &(*at)->NextDevice;
    if (*at)
        *at = device->NextDevice;
}
PDEVICE_OBJECT IoAttachDeviceToDeviceStack(PDEVICE_OBJECT source, PDEVICE_OBJECT target)
{
    while (target->AttachedDevice)
        target = target->AttachedDevice;
    target->AttachedDevice = source;
    source->DhpLower = target;
    source->StackSize = (CCHAR)(target->StackSize + 1);
    return target;
}
void IoDetachDevice(PDEVICE_OBJECT target) { target->AttachedDevice = NULL; }

POWER_STATE PoSetPowerState(PDEVICE_OBJECT device, POWER_STATE_TYPE type, POWER_STATE state)
{
    static DEVICE_POWER_STATE now = PowerDeviceD0;
    POWER_STATE before = { .DeviceState = now };
    (void)device;
    if (type == DevicePowerState && state.DeviceState != now) {
        now = state.DeviceState;
        dhp_call("\"call\":\"set-device-power\",\"power\":\"%s\"", now == PowerDeviceD0 ? "d0" : "d3");
    }
    return before;
}

static PDEVICE_OBJECT dhp_top(void)
{
    return dhp_physical.AttachedDevice ? dhp_physical.AttachedDevice
        : dhp_driver.DeviceObject ? dhp_driver.DeviceObject : &dhp_physical;
}

static PIRP dhp_irp(UCHAR major, UCHAR minor)
{
    PIRP irp = calloc(1, sizeof *irp);
    irp->DhpStack[0].MajorFunction = major;
    irp->DhpStack[0].MinorFunction = minor;
    irp->DhpLocation = -1;
    irp->IoStatus.Status = STATUS_NOT_SUPPORTED;
    return irp;
}

static NTSTATUS dhp_send(PIRP irp)
{
    NTSTATUS status = IoCallDriver(dhp_top(), irp);
    /* Who answers Plug and Play or power later does it in a DPC or in a thread, and is waited for. */
    while (status == STATUS_PENDING && !irp->DhpCompleted && !irp->DhpRequest
        && (dhp_run_dpcs() || dhp_run_threads() || dhp_wait(dhp_now)))
        continue;
    if (status == STATUS_PENDING && !irp->DhpCompleted)
        dhp_run_threads();
    /* A request that nobody knows is passed down, and comes back as it was: that is no refusal. */
    return !irp->DhpCompleted ? status == STATUS_PENDING ? STATUS_PENDING : status
        : irp->IoStatus.Status == STATUS_NOT_SUPPORTED ? STATUS_SUCCESS : irp->IoStatus.Status;
}

struct dhp_power { PREQUEST_POWER_COMPLETE done; PVOID context; POWER_STATE state; UCHAR minor; PDEVICE_OBJECT device; };
static void dhp_power_done(PIRP irp)
{
    struct dhp_power *it = irp->DhpContext;
    if (it->done)
        it->done(it->device, it->minor, it->state, it->context, &irp->IoStatus);
}
NTSTATUS PoRequestPowerIrp(PDEVICE_OBJECT device, UCHAR minor, POWER_STATE state, PREQUEST_POWER_COMPLETE done,
    PVOID context, PIRP *out)
{
    struct dhp_power *it = calloc(1, sizeof *it);
    PIRP irp = dhp_irp(IRP_MJ_POWER, minor);
    *it = (struct dhp_power){ done, context, state, minor, device };
    irp->DhpStack[0].Parameters.Power.Type = DevicePowerState;
    irp->DhpStack[0].Parameters.Power.State = state;
    irp->DhpDone = dhp_power_done;
    irp->DhpContext = it;
    if (out)
        *out = irp;
    IoCallDriver(dhp_top(), irp);
    return STATUS_PENDING;
}

void DhpTouchHardware(void) { dhp_call("\"call\":\"touch-hardware\""); }
PVOID MmMapIoSpace(PHYSICAL_ADDRESS address, SIZE_T bytes, int cache)
{
    (void)address, (void)bytes, (void)cache;
    return dhp_registers;
}
PHYSICAL_ADDRESS DhpRequestAddress(PIRP irp) { return irp->MdlAddress->DhpAddress; }
void DhpStartTransfer(PHYSICAL_ADDRESS address)
{
    dhp_call("\"call\":\"start-dma\",\"address\":%llu", (unsigned long long)address.QuadPart);
}
void DhpStopTransfers(void) { dhp_call("\"call\":\"stop-dma\""); }

struct _KINTERRUPT {
    ULONG64 handle; PKSERVICE_ROUTINE routine; PVOID context; struct _KINTERRUPT *next; PKMESSAGE_SERVICE_ROUTINE message;
};
static struct _KINTERRUPT *dhp_interrupts;
static GROUP_AFFINITY dhp_assigned;

static NTSTATUS dhp_connect(PKINTERRUPT *object, PKSERVICE_ROUTINE routine, PVOID context, USHORT group, KAFFINITY mask)
{
    NTSTATUS status;
    ULONG64 handle = dhp_call_status(&status, "\"call\":\"connect-interrupt\",\"group\":%d,\"mask\":%llu", group,
        (unsigned long long)mask);
    if (status < 0)
        return status;
    struct _KINTERRUPT *it = calloc(1, sizeof *it);
    *it = (struct _KINTERRUPT){ handle, routine, context, dhp_interrupts, NULL };
    dhp_interrupts = it;
    *object = it;
    return STATUS_SUCCESS;
}
static NTSTATUS dhp_connect_message(PIO_CONNECT_INTERRUPT_PARAMETERS p)
{
    static IO_INTERRUPT_MESSAGE_INFO table;
    PKINTERRUPT object;
    NTSTATUS status = dhp_connect(&object, NULL, p->MessageBased.ServiceContext, dhp_assigned.Group, dhp_assigned.Mask);
    if (status < 0)
        return status;
    object->message = p->MessageBased.MessageServiceRoutine;
    table.MessageCount = 1;
    table.MessageInfo[0].TargetProcessorSet = dhp_assigned.Mask;
    table.MessageInfo[0].InterruptObject = object;
    *p->MessageBased.ConnectionContext.InterruptMessageTable = &table;
    return STATUS_SUCCESS;
}
NTSTATUS IoConnectInterruptEx(PIO_CONNECT_INTERRUPT_PARAMETERS p)
{
    if (p->Version == CONNECT_MESSAGE_BASED)
        return dhp_connect_message(p);
    if (p->Version == CONNECT_LINE_BASED)
        return dhp_connect(p->LineBased.InterruptObject, p->LineBased.ServiceRoutine, p->LineBased.ServiceContext,
            dhp_assigned.Group, dhp_assigned.Mask);
    if (p->Version != CONNECT_FULLY_SPECIFIED && p->Version != CONNECT_FULLY_SPECIFIED_GROUP)
        return STATUS_NOT_SUPPORTED;
    return dhp_connect(p->FullySpecified.InterruptObject, p->FullySpecified.ServiceRoutine,
        p->FullySpecified.ServiceContext,
        p->Version == CONNECT_FULLY_SPECIFIED_GROUP ? p->FullySpecified.Group : 0, p->FullySpecified.ProcessorEnableMask);
}
void IoDisconnectInterrupt(PKINTERRUPT object)
{
    dhp_call("\"call\":\"disconnect-interrupt\",\"interrupt\":%llu", object ? (unsigned long long)object->handle : 0ULL);
    for (struct _KINTERRUPT **at = &dhp_interrupts; *at; at = &(*at)->next)
        if (*at == object) {
            *at = object->next;
            return;
        }
}
void IoDisconnectInterruptEx(PIO_DISCONNECT_INTERRUPT_PARAMETERS p)
{
    IoDisconnectInterrupt(p->Version == CONNECT_MESSAGE_BASED
        ? p->ConnectionContext.InterruptMessageTable->MessageInfo[0].InterruptObject
        : p->ConnectionContext.InterruptObject);
}
NTSTATUS IoConnectInterrupt(PKINTERRUPT *object, PKSERVICE_ROUTINE routine, PVOID context, PKSPIN_LOCK lock, ULONG vector,
    KIRQL irql, KIRQL synchronize, KINTERRUPT_MODE mode, BOOLEAN share, KAFFINITY mask, BOOLEAN floating)
{
    (void)lock, (void)vector, (void)irql, (void)synchronize, (void)mode, (void)share, (void)floating;
    return dhp_connect(object, routine, context, 0, mask);
}

/* ---- Routines by name ---- */

PVOID MmGetSystemRoutineAddress(PUNICODE_STRING name)
{
#define DHP_ROUTINE(n) { L"" #n, (PVOID)(n) }
    static const struct { PCWSTR name; PVOID routine; } routines[] = {
        DHP_ROUTINE(KeRegisterProcessorChangeCallback), DHP_ROUTINE(KeDeregisterProcessorChangeCallback),
        DHP_ROUTINE(KeQueryActiveProcessorCountEx), DHP_ROUTINE(KeQueryActiveProcessorCount),
        DHP_ROUTINE(KeQueryActiveProcessors), DHP_ROUTINE(KeQueryGroupAffinity),
        DHP_ROUTINE(KeQueryMaximumProcessorCountEx), DHP_ROUTINE(KeQueryMaximumProcessorCount),
        DHP_ROUTINE(KeQueryActiveGroupCount), DHP_ROUTINE(KeQueryMaximumGroupCount),
        DHP_ROUTINE(KeGetCurrentProcessorNumberEx), DHP_ROUTINE(KeGetCurrentProcessorNumber),
        DHP_ROUTINE(KeGetProcessorNumberFromIndex), DHP_ROUTINE(KeGetProcessorIndexFromNumber),
        DHP_ROUTINE(KeQueryLogicalProcessorRelationship), DHP_ROUTINE(KeSetSystemGroupAffinityThread),
        DHP_ROUTINE(KeRevertToUserGroupAffinityThread), DHP_ROUTINE(KeSetSystemAffinityThread),
        DHP_ROUTINE(KeSetSystemAffinityThreadEx), DHP_ROUTINE(KeRevertToUserAffinityThread),
        DHP_ROUTINE(KeRevertToUserAffinityThreadEx), DHP_ROUTINE(KeSetTargetProcessorDpcEx),
        DHP_ROUTINE(KeSetTargetProcessorDpc), DHP_ROUTINE(KeIpiGenericCall), DHP_ROUTINE(KeFlushQueuedDpcs),
        DHP_ROUTINE(IoConnectInterruptEx), DHP_ROUTINE(IoDisconnectInterruptEx), DHP_ROUTINE(ExAllocatePool2),
    };
#undef DHP_ROUTINE
    for (size_t i = 0; i < RTL_NUMBER_OF(routines); i++)
        if (wcslen(routines[i].name) * sizeof(WCHAR) == name->Length
            && memcmp(routines[i].name, name->Buffer, name->Length) == 0)
            return routines[i].routine;
    return NULL;
}

/* ---- Events ---- */

#ifdef DHP_APPLICATION
#define DHP_ROLE "application"
static NTSTATUS dhp_handle_application(const char *line); /* In dhp_win32.h. */
#define DriverEntry(d, r) STATUS_UNSUCCESSFUL
#else
#define DHP_ROLE "driver"
#define dhp_handle_application(line) STATUS_UNSUCCESSFUL
#endif

static NTSTATUS dhp_load(void)
{
    UNICODE_STRING registry;
    for (int i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++) {
        dhp_driver.MajorFunction[i] = dhp_invalid;
        dhp_bus_driver.MajorFunction[i] = dhp_bus;
    }
    dhp_physical.DriverObject = &dhp_bus_driver;
    dhp_physical.StackSize = 1;
    RtlInitUnicodeString(&registry, L"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\driver");
    NTSTATUS status = DriverEntry(&dhp_driver, &registry);
    if (NT_SUCCESS(status) && dhp_driver_extension.AddDevice)
        status = dhp_driver_extension.AddDevice(&dhp_driver, &dhp_physical);
    return status;
}

static NTSTATUS dhp_processor_change(const char *line, bool *changed)
{
    struct dhp_registration *it = dhp_registered(dhp_unsigned(line, "registration"));
    KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT context = {
        .State = dhp_is(line, "state", "start") ? KeProcessorAddStartNotify
            : dhp_is(line, "state", "complete") ? KeProcessorAddCompleteNotify : KeProcessorAddFailureNotify,
        .NtNumber = (ULONG)dhp_number(line, "index"),
        .Status = (NTSTATUS)dhp_number(line, "status"),
        .ProcNumber = { (USHORT)dhp_number(line, "group"), (UCHAR)dhp_number(line, "number"), 0 },
    };
    KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT copy;
    NTSTATUS status = STATUS_SUCCESS;
    if (context.State == KeProcessorAddCompleteNotify)
        dhp_learn((ULONG64)context.ProcNumber.Group * 64 + context.ProcNumber.Number, context.NtNumber);
    if (!it || !it->callback)
        return status;
    memset(&copy, 0, sizeof copy);
    memcpy(&copy, &context, sizeof copy);
    it->callback(it->context, &copy, &status);
    if (context.State == KeProcessorAddFailureNotify)
        dhp_forget((ULONG64)context.ProcNumber.Group * 64 + context.ProcNumber.Number, context.NtNumber);
    *changed = memcmp(&copy, &context, sizeof copy) != 0;
    return status;
}

static NTSTATUS dhp_interface_change(const char *line)
{
    struct dhp_registration *it = dhp_registered(dhp_unsigned(line, "registration"));
    wchar_t name[64] = L"";
    UNICODE_STRING link;
    const char *device = dhp_member(line, "device");
    DEVICE_INTERFACE_CHANGE_NOTIFICATION notice = {
        .Version = 1, .Size = sizeof notice,
        .Event = strstr(line, "\"arrival\":true") ? GUID_DEVICE_INTERFACE_ARRIVAL : GUID_DEVICE_INTERFACE_REMOVAL,
        .InterfaceClassGuid = dhp_is(line, "class", "memory") ? GUID_DEVICE_MEMORY : GUID_DEVICE_PROCESSOR,
        .SymbolicLinkName = &link,
    };
    for (int i = 0; device && i < 63 && device[i + 1] && device[i + 1] != '"'; i++)
        name[i] = (wchar_t)device[i + 1];
    RtlInitUnicodeString(&link, name);
    return it && it->notification ? it->notification(&notice, it->context) : STATUS_SUCCESS;
}

/* Tells a device that is on the path to a paging file that it is, once: the kit has no other way to make it one. */
static void dhp_use(void)
{
    static const char *const traits[] = { DHP_TRAITS };
    static bool used;
    for (size_t i = 0; i < RTL_NUMBER_OF(traits) && !used; i++)
        if (strcmp(traits[i], "paging-path") == 0) {
            PIRP irp = dhp_irp(IRP_MJ_PNP, IRP_MN_DEVICE_USAGE_NOTIFICATION);
            irp->DhpStack[0].Parameters.UsageNotification.InPath = TRUE;
            irp->DhpStack[0].Parameters.UsageNotification.Type = DeviceUsageTypePaging;
            used = true;
            dhp_send(irp);
        }
}

static NTSTATUS dhp_start_device(const char *line)
{
    PIRP irp = dhp_irp(IRP_MJ_PNP, IRP_MN_START_DEVICE);
    CM_PARTIAL_RESOURCE_LIST *list = &dhp_resources.List[0].PartialResourceList;
    dhp_assigned = (GROUP_AFFINITY){ dhp_unsigned(line, "mask"), (USHORT)dhp_number(line, "group"), { 0, 0, 0 } };
    dhp_resources.Count = 1;
    list->Version = list->Revision = 1;
    list->Count = 2;
    list->PartialDescriptors[0].Type = CmResourceTypeMemory;
    list->PartialDescriptors[0].u.Memory.Length = sizeof dhp_registers;
    list->PartialDescriptors[1].Type = CmResourceTypeInterrupt;
    list->PartialDescriptors[1].u.Interrupt.Level = 8;
    list->PartialDescriptors[1].u.Interrupt.Vector = 64;
    list->PartialDescriptors[1].u.Interrupt.Group = dhp_assigned.Group;
    list->PartialDescriptors[1].u.Interrupt.Affinity = dhp_assigned.Mask;
    irp->DhpStack[0].Parameters.StartDevice.AllocatedResources = &dhp_resources;
    irp->DhpStack[0].Parameters.StartDevice.AllocatedResourcesTranslated = &dhp_resources;
    NTSTATUS status = dhp_send(irp);
    if (NT_SUCCESS(status))
        dhp_use();
    return status;
}

static NTSTATUS dhp_power(const char *line, UCHAR minor)
{
    PIRP irp = dhp_irp(IRP_MJ_POWER, minor);
    irp->DhpStack[0].Parameters.Power.Type = SystemPowerState;
    irp->DhpStack[0].Parameters.Power.State.SystemState =
        dhp_is(line, "power", "s4") ? PowerSystemHibernate : PowerSystemWorking;
    irp->DhpStack[0].Parameters.Power.ShutdownType = PowerActionHibernate;
    return dhp_send(irp);
}

static NTSTATUS dhp_io(const char *line)
{
    PIRP irp = dhp_irp(IRP_MJ_READ, 0);
    irp->DhpRequest = dhp_unsigned(line, "request");
    irp->MdlAddress = calloc(1, sizeof(MDL));
    irp->MdlAddress->DhpAddress.QuadPart = (LONGLONG)dhp_unsigned(line, "address");
    irp->MdlAddress->ByteCount = (ULONG)dhp_number(line, "bytes");
    irp->MdlAddress->DhpVirtual = calloc(1, irp->MdlAddress->ByteCount + 1);
    irp->MdlAddress->MappedSystemVa = irp->MdlAddress->StartVa = irp->MdlAddress->DhpVirtual;
    irp->MdlAddress->MdlFlags = MDL_MAPPED_TO_SYSTEM_VA | MDL_PAGES_LOCKED;
    irp->MdlAddress->Size = sizeof(MDL);
    irp->AssociatedIrp.SystemBuffer = irp->MdlAddress->DhpVirtual;
    irp->DhpStack[0].Parameters.Read.Length = irp->MdlAddress->ByteCount;
    dhp_send(irp);
    /* What was completed was said by a call. */
    return STATUS_PENDING;
}

static void dhp_interrupt(const char *line)
{
    ULONG64 handle = dhp_unsigned(line, "interrupt");
    for (struct _KINTERRUPT *it = dhp_interrupts; it; it = it->next)
        if (it->handle == handle) {
            if (it->message)
                it->message(it, it->context, 0);
            else
                it->routine(it, it->context);
            return;
        }
}

static void dhp_run(int processor)
{
    for (PLIST_ENTRY at = dhp_dpcs.Flink; at != &dhp_dpcs; at = at->Flink)
        if ((int)CONTAINING_RECORD(at, KDPC, Link)->Index == processor) {
            dhp_run_dpc(CONTAINING_RECORD(at, KDPC, Link));
            return;
        }
}

static NTSTATUS dhp_handle(const char *line, bool *changed)
{
    if (strcmp(DHP_ROLE, "application") == 0)
        return dhp_handle_application(line);
    if (dhp_is(line, "event", "load"))
        return dhp_load();
    if (dhp_is(line, "event", "unload")) {
        if (dhp_driver.DriverUnload)
            dhp_driver.DriverUnload(&dhp_driver);
        if (!dhp_thread)
            dhp_run_threads();
        dhp_run_anywhere();
        if (!IsListEmpty(&dhp_timers))
            DhpBugCheck("a timer is set after the driver was unloaded");
        return STATUS_SUCCESS;
    }
    if (dhp_is(line, "event", "processor-change"))
        return dhp_processor_change(line, changed);
    if (dhp_is(line, "event", "interface-change"))
        return dhp_interface_change(line);
    if (dhp_is(line, "event", "start-device"))
        return dhp_start_device(line);
    if (dhp_is(line, "event", "query-stop"))
        return dhp_send(dhp_irp(IRP_MJ_PNP, IRP_MN_QUERY_STOP_DEVICE));
    if (dhp_is(line, "event", "stop-device"))
        return dhp_send(dhp_irp(IRP_MJ_PNP, IRP_MN_STOP_DEVICE));
    if (dhp_is(line, "event", "cancel-stop"))
        return dhp_send(dhp_irp(IRP_MJ_PNP, IRP_MN_CANCEL_STOP_DEVICE));
    if (dhp_is(line, "event", "remove-device"))
        return dhp_send(dhp_irp(IRP_MJ_PNP, IRP_MN_REMOVE_DEVICE));
    if (dhp_is(line, "event", "query-power"))
        return dhp_power(line, IRP_MN_QUERY_POWER);
    if (dhp_is(line, "event", "set-power"))
        return dhp_power(line, IRP_MN_SET_POWER);
    if (dhp_is(line, "event", "io"))
        return dhp_io(line);
    if (dhp_is(line, "event", "interrupt"))
        dhp_interrupt(line);
    else if (dhp_is(line, "event", "run"))
        dhp_run((int)dhp_number(line, "processor"));
    else if (dhp_is(line, "event", "tick"))
        dhp_tick((int)dhp_number(line, "milliseconds"));
    return STATUS_SUCCESS;
}

/* The part of a line that is the event: members before it are of the message. */
static const char *dhp_event_of(const char *line)
{
    const char *at = strstr(line, "\"event\":{");
    return at ? at + strlen("\"event\":") : line;
}

static void dhp_event(const char *line)
{
    long long id = dhp_number(line, "id");
    bool changed = false;
    char *copy = strdup(dhp_event_of(line));
    if (dhp_shared->depth == DHP_DEPTH)
        DhpBugCheck("events are nested too deeply");
    if (dhp_shared->depth == 0)
        dhp_delays = dhp_passes = 0;
    dhp_shared->open[dhp_shared->depth++] = id;
    dhp_handled++;
    int outer = dhp_event_here, chosen = dhp_here;
    dhp_event_here = (int)dhp_number(copy, "processor");
    dhp_here = -1;
    NTSTATUS status = dhp_handle(copy, &changed);
    if (!dhp_thread)
        dhp_run_threads();
    dhp_check_canaries();
    dhp_shared->depth--;
    dhp_event_here = outer;
    dhp_here = chosen;
    free(copy);
    dhp_say("{\"jsonrpc\":\"2.0\",\"id\":%lld,\"result\":{\"status\":%d%s}}\n", id, status,
        changed ? ",\"contextChanged\":true" : "");
}

/* The driver runs here, for one case. Ends with DHP_RESET if the next one begins, with DHP_END at the end of input. */
static void dhp_child(const char *first)
{
    char *line = malloc(DHP_LINE);
    strcpy(line, first);
    for (;;) {
        if (dhp_is(line, "method", "event")) {
            dhp_event(line);
        } else {
            strcpy(dhp_shared->line, line);
            _exit(DHP_RESET);
        }
        if (!dhp_read(line))
            _exit(DHP_END);
    }
}

/* Answers true if the line that has to be handled next is in the shared memory. */
static bool dhp_case(const char *line)
{
    int status;
    dhp_shared->depth = 0;
    dhp_shared->text[0] = 0;
    pid_t child = fork();
    if (child == 0)
        dhp_child(line);
    if (child < 0)
        exit(1);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    if (WIFEXITED(status) && WEXITSTATUS(status) == DHP_RESET)
        return true;
    if (WIFEXITED(status) && WEXITSTATUS(status) == DHP_END)
        exit(0);
    if (dhp_shared->depth > 0)
        dhp_say("{\"jsonrpc\":\"2.0\",\"id\":%lld,\"result\":{\"status\":-1073741823,\"bugCheck\":\"%s\"}}\n",
            dhp_shared->open[dhp_shared->depth - 1],
            dhp_shared->text[0] ? dhp_shared->text
            : WIFSIGNALED(status) && (WTERMSIG(status) == 11 || WTERMSIG(status) == 10)
                ? "memory was touched that is not there, or beyond the end of an allocation"
            : "the driver ended");
    return false;
}

int main(void)
{
    char *line = malloc(DHP_LINE);
    dhp_shared = mmap(NULL, sizeof *dhp_shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    static const char *const traits[] = { DHP_TRAITS };
    bool there = false;
    for (;;) {
        if (!there && !dhp_read(line))
            return 0;
        if (there)
            strcpy(line, dhp_shared->line);
        there = false;
        long long id = dhp_number(line, "id");
        if (dhp_is(line, "method", "event")) {
            there = dhp_case(line);
        } else if (dhp_is(line, "method", "initialize")) {
            dhp_say("{\"jsonrpc\":\"2.0\",\"id\":%lld,\"result\":{\"protocolVersion\":\"1.1\",\"consumer\":{\"name\":\"%s\","
                "\"version\":\"%s\",\"role\":\"%s\",\"traits\":[", id, DHP_NAME, DHP_VERSION, DHP_ROLE);
            for (size_t i = 0; i < RTL_NUMBER_OF(traits) && *traits[0]; i++)
                dhp_say("%s\"%s\"", i ? "," : "", traits[i]);
#ifdef DHP_PROCESSOR_LIMIT
            dhp_say("],\"processorLimit\":%d}}}\n", DHP_PROCESSOR_LIMIT);
#else
            dhp_say("]}}}\n");
#endif
        } else {
            dhp_say("{\"jsonrpc\":\"2.0\",\"id\":%lld,\"result\":{}}\n", id);
            if (dhp_is(line, "method", "shutdown"))
                return 0;
        }
    }
}
#endif
