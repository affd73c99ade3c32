using System.Reflection;
using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.InProcess;

/// <summary>Makes servers of a type in an assembly, or says why it cannot.</summary>
internal static class AssemblySource
{
    /// <param name="path">The assembly.</param>
    /// <param name="typeName">Full or short name of a type; null if there is only one server in it.</param>
    /// <exception cref="HostingException">There is no such server, or it cannot be loaded.</exception>
    public static Func<IPartitionableServer> Load(string path, string? typeName)
    {
        var assembly = LoadAssembly(path);
        ContractVersion.Check(assembly, path);
        var constructor = PluginType.Find(assembly, path, typeName).GetConstructor(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [])!;
        return () => Construct(constructor, path);
    }

    private static Assembly LoadAssembly(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new HostingException(
                HostingFault.NotFound,
                $"There is no assembly '{full}'. Build the project and give the path of its .dll, below bin; paths are "
                    + "relative to the current folder.");
        }

        try
        {
            return new PluginLoadContext(full).LoadFromAssemblyPath(full);
        }
        catch (Exception problem) when (problem is BadImageFormatException or FileLoadException)
        {
            throw new HostingException(
                HostingFault.NotAnAssembly,
                $"'{full}' is not an assembly that .NET {Environment.Version.Major} can load. "
                    + "Give the .dll and not the .exe, built for any CPU "
                    + "and for no later framework.",
                innerException: problem);
        }
    }

    private static IPartitionableServer Construct(ConstructorInfo constructor, string path)
    {
        try
        {
            return (IPartitionableServer)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, null, null);
        }
        catch (Exception problem) when (MissingDependency.Behind(problem) is { } missing)
        {
            throw MissingDependency.Explain(Path.GetFullPath(path), missing, problem);
        }
        catch (Exception problem)
        {
            throw new HostingException(
                HostingFault.ConstructorThrew,
                $"The constructor of {constructor.DeclaringType} threw {problem.GetType().Name}: "
                    + $"{Sentence.Of(problem.Message)} The suite makes a server for each worker, without arguments; "
                    + "what can fail belongs into Reset.",
                standardError: problem.ToString(),
                innerException: problem);
        }
    }
}
