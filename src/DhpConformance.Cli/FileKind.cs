using System.Runtime.InteropServices;

namespace DhpConformance.Cli;

/// <summary>Tells files from what only looks like one, such as a pipe that nobody writes to.</summary>
internal static class FileKind
{
    private const int CurrentFolder = -100;
    private const uint OnlyType = 1;
    private const int SizeOfStatus = 256;
    private const int PlaceOfMode = 28;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>
    /// Whether reading a file ends. Only Linux says so before it is opened, which may already wait for ever; elsewhere
    /// the answer is yes.
    /// </summary>
    public static bool IsRegular(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        // What is not there, or may not be looked at, is explained when it is opened.
        var status = new byte[SizeOfStatus];
        return Status(CurrentFolder, path, 0, OnlyType, status) != 0
            || (BitConverter.ToUInt16(status, PlaceOfMode) & TypeMask) == Regular;
    }

    // The layout of struct statx is the same on every processor, which that of struct stat is not.
    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint wanted, byte[] status);
}
