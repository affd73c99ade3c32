using System.Reflection;

namespace DhpConformance.Hosting.InProcess;

/// <summary>Whether an implementation was built against a contract that this suite can serve.</summary>
internal static class ContractVersion
{
    /// <exception cref="HostingException">It was not.</exception>
    public static void Check(Assembly assembly, string path)
    {
        var ours = PluginLoadContext.Contract.Version!;
        var theirs = assembly.GetReferencedAssemblies()
            .FirstOrDefault(name => name.Name == PluginLoadContext.Contract.Name)?.Version;
        if (theirs is not null && !Serves(ours, theirs))
        {
            throw new HostingException(
                HostingFault.WrongAbstractions,
                $"'{path}' was built against {PluginLoadContext.Contract.Name} {theirs.ToString(3)}, and this suite "
                    + $"has {ours.ToString(3)}. Use the same version of both: update the package in the project, or "
                    + "the suite.");
        }
    }

    /// <summary>Before 1.0 a minor version may break; after it only a major one does, and later minors add.</summary>
    internal static bool Serves(Version ours, Version theirs) =>
        ours.Major == theirs.Major && (ours.Major == 0 ? ours.Minor == theirs.Minor : ours.Minor >= theirs.Minor);
}
