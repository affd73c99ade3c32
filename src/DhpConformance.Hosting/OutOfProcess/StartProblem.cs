using System.ComponentModel;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>Why the system would not run a command.</summary>
internal static class StartProblem
{
    // Codes of Linux and macOS, and where they differ of Windows.
    private const int NoSuchFile = 2;
    private const int NoSuchFolder = 3;
    private const int BadExecutable = 8;
    private const int PermissionDenied = 13;
    private const int AccessDenied = 5;
    private const int BadExecutableFormat = 193;

    public static HostingException Explain(CommandLine command, Win32Exception problem)
    {
        var (kind, what, remedy) = problem.NativeErrorCode switch
        {
            _ when Directory.Exists(command.Command) => (
                HostingFault.NotFound,
                "is a folder",
                "Name the program in it, with its path."),
            NoSuchFile or NoSuchFolder when command.Command.Contains('/', StringComparison.Ordinal) => (
                HostingFault.NotFound,
                "was not found",
                "If it has to be built, build it first; else look for a misspelling: its path is from the current "
                    + "folder."),
            NoSuchFile or NoSuchFolder => (
                HostingFault.NotFound,
                "was not found",
                "Look for a misspelling, install it, or give its path from the current folder. On Windows, Python is "
                    + "often 'py', and a script needs its ending, such as 'npm.cmd'."),
            PermissionDenied or AccessDenied => (
                HostingFault.NotFound,
                "may not be run",
                $"If it is a script, name what runs it, such as 'python3 {command.Command}'; else make it executable."),
            BadExecutable or BadExecutableFormat => (
                HostingFault.NotFound,
                "is not a program for this system",
                $"If it is a script, name what runs it, such as 'python3 {command.Command}'."),
            _ => (HostingFault.DidNotStart, "could not be started", $"The system says: {problem.Message}."),
        };
        return new HostingException(
            kind, $"The command «{command.Command}» {what}. {remedy}", innerException: problem);
    }
}
