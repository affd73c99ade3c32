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

    // The keys that the assemblies of .NET and ASP.NET are signed with, and none of a package that the suite needs.
    private static readonly string[] KeysOfTheFramework =
        ["b03f5f7f11d50a3a", "b77a5c561934e089", "7cec85d7bea7798e", "cc7b13ffcd2ddd51", "adb9793829ddae60"];

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
        var framework = trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(file => !file.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ToHashSet();

        // A tool that has .NET in it has no framework elsewhere.
        return framework.Count > 0
            ? framework.Contains(name.Name ?? "")
            : KeysOfTheFramework.Contains(Convert.ToHexStringLower(name.GetPublicKeyToken() ?? []));
    }
}
