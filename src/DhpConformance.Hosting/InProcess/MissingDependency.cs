using System.Reflection;

namespace DhpConformance.Hosting.InProcess;

/// <summary>An assembly that an implementation needs, and that is not there.</summary>
internal static class MissingDependency
{
    /// <summary>
    /// The name of the assembly whose absence is behind an exception; null if that is not the reason.
    /// </summary>
    public static string? Behind(Exception? problem) => problem switch
    {
        null => null,
        FileNotFoundException { FileName: { } name } when name.Contains(", Version=", StringComparison.Ordinal) =>
            new AssemblyName(name).Name,
        ReflectionTypeLoadException several =>
            several.LoaderExceptions.Select(Behind).FirstOrDefault(name => name is not null),
        _ => Behind(problem.InnerException),
    };

    /// <param name="path">The file of the implementation.</param>
    /// <param name="missing">The name of the assembly.</param>
    /// <param name="problem">What was thrown.</param>
    public static HostingException Explain(string path, string missing, Exception problem) => new(
        HostingFault.MissingDependency,
        $"'{path}' needs the assembly {missing}, which is not beside it. "
            + "Give the output of 'dotnet publish', or set EnableDynamicLoading to true in its project, so "
            + "that a build copies the packages it needs. The suite shares only DhpConformance.Abstractions with it.",
        innerException: problem);
}
