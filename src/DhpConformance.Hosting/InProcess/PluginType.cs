using System.Reflection;
using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.InProcess;

/// <summary>The type in an assembly that is the server, which need not be public.</summary>
internal static class PluginType
{
    /// <exception cref="HostingException">There is none, or more than one and none was named.</exception>
    public static Type Find(Assembly assembly, string path, string? name)
    {
        var servers = Types(assembly, path)
            .Where(type => typeof(IPartitionableServer).IsAssignableFrom(type) && !type.IsAbstract)
            .ToArray();
        var usable = servers.Where(HasPlainConstructor).ToArray();
        var named = name is null ? usable : [.. usable.Where(type => IsCalled(type, name))];
        return named switch
        {
            [var only] => only,
            [] => throw None(assembly, path, name, servers, usable),
            _ => throw new HostingException(
                HostingFault.SeveralTypes,
                $"'{path}' has several servers: {Names(named)}. Say which, as in assembly:{path}#{named[0].FullName}."),
        };
    }

    private static Type[] Types(Assembly assembly, string path)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (Exception problem) when (MissingDependency.Behind(problem) is { } missing)
        {
            throw MissingDependency.Explain(path, missing, problem);
        }
    }

    private static HostingException None(Assembly assembly, string path, string? name, Type[] servers, Type[] usable)
    {
        var why = (name, servers, usable) switch
        {
            ("", _, _) => $"'assembly:{path}#' names no class after the #. Name one, or leave out the # as well.",
            (not null, _, _) when Types(assembly, path).FirstOrDefault(type => IsCalled(type, name)) is { } type =>
                $"The class {type.FullName} in '{path}' {Flaw(type)}",
            (_, [], _) => $"No class in '{path}' implements {nameof(IPartitionableServer)}. Implement it, or give the "
                + "path of the assembly where that is done.",
            (_, _, []) => $"No server in '{path}' can be made without arguments: {Names(servers)}. If one of "
                + "them is yours, give it a constructor without parameters; else give the path of the assembly that "
                + "has yours.",
            _ => $"'{path}' has no server called {name}, but {Names(usable)}.",
        };
        return new HostingException(HostingFault.NoType, why);
    }

    private static string Flaw(Type type) =>
        !typeof(IPartitionableServer).IsAssignableFrom(type)
            ? $"does not implement {nameof(IPartitionableServer)}. Name a type that does, or implement it."
        : type.IsAbstract ? "is abstract, so no server can be created from it. Name a class that derives from it."
        : type.ContainsGenericParameters ? "has type parameters. Name a class that derives from it and has none."
        : "has no constructor without parameters. Add one: the suite creates servers without arguments. The "
            + "constructor can read its configuration from environment variables.";

    private static bool IsCalled(Type type, string name) => type.FullName == name || type.Name == name;

    private static bool HasPlainConstructor(Type type) => !type.ContainsGenericParameters && type.GetConstructor(
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is not null;

    private static string Names(Type[] types) => string.Join(", ", types.Select(type => type.FullName));
}
