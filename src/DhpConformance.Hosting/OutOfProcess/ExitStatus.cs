namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>An exit code, with the usual name of the ones that say more than a number.</summary>
internal static class ExitStatus
{
    public static string Describe(int code) =>
        Name(code) is { } name ? $"exit code {code} ({name})" : $"exit code {code}";

    private static string? Name(int code) => code switch
    {
        // A process that is ended by signal n is given the code 128 + n.
        126 => "the command is not executable",
        127 => "a command was not found",
        130 => "interrupted",
        134 => "abort",
        136 => "arithmetic error",
        137 => "killed, perhaps for want of memory",
        139 => "segmentation fault",
        143 => "terminated",
        unchecked((int)0xC0000005) => "access violation",
        unchecked((int)0xC00000FD) => "stack overflow",
        unchecked((int)0xC0000409) => "abort",
        unchecked((int)0xE0434352) => "unhandled .NET exception",
        _ => null,
    };
}
