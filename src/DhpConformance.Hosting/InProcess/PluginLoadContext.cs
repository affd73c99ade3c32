using System.Reflection;
using System.Runtime.Loader;

namespace DhpConformance.Hosting.InProcess;

/// <summary>
/// Loads an implementation with its own dependencies, and shares nothing with it but the contract and the framework.
/// Otherwise it would run here with the versions that the suite happens to use, and fail where it is at home.
/// </summary>
internal sealed class PluginLoadContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
{
    public static readonly AssemblyName Contract = typeof(Abstractions.IPartitionableServer).Assembly.GetName();

    private readonly AssemblyDependencyResolver resolver = new(path);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Contract.Name)
        {
            return typeof(Abstractions.IPartitionableServer).Assembly;
        }

        if (resolver.ResolveAssemblyToPath(assemblyName) is { } own)
        {
            return LoadFromAssemblyPath(own);
        }

        return IsFramework(assemblyName)
            ? null
            : throw new FileNotFoundException("It is not beside the implementation.", assemblyName.FullName);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } own ? LoadUnmanagedDllFromPath(own) : 0;

    /// <summary>Whether the runtime brings it, and not the suite.</summary>
    private static bool IsFramework(AssemblyName name)
    {
        var trusted = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        return trusted.Split(Path.PathSeparator)
            .Where(file => !file.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            .Any(file => Path.GetFileNameWithoutExtension(file) == name.Name);
    }
}
