using System.Reflection;
using DhpConformance.Abstractions;
using DhpConformance.Hosting.InProcess;
using DhpConformance.Hosting.OutOfProcess;

namespace DhpConformance.Hosting;

/// <summary>Where a consumer under test comes from, such as <c>command:./driver</c>.</summary>
public sealed class ConsumerSource : IDisposable
{
    private readonly Func<IConsumerUnderTest> create;
    private readonly RemoteConsumer? remote;

    private ConsumerSource(Func<IConsumerUnderTest> create, RemoteConsumer? remote)
    {
        this.create = create;
        this.remote = remote;
    }

    /// <summary>Understands the text that names a consumer. An assembly is loaded at once.</summary>
    /// <param name="text"><c>assembly:PATH[#TYPE]</c> or <c>command:COMMAND LINE</c>.</param>
    /// <param name="options">Deadlines; null for the defaults.</param>
    /// <exception cref="HostingException">It cannot be understood, or the assembly cannot be used.</exception>
    public static ConsumerSource Parse(string text, HostingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hosting = options ?? new HostingOptions();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var rest = text[(colon + 1)..];
        switch (colon < 0 ? "" : text[..colon])
        {
            case "assembly" when rest.Length > 0:
                return new(FromAssembly(rest), null);
            case "command":
                var command = CommandLine.Parse(rest);
                var remote = new RemoteConsumer(() => AdapterProcess.Start(command, hosting.Abandoned), hosting);
                return new(() => new BorrowedConsumer(remote), remote);
            default:
                throw new HostingException(
                    HostingFault.BadSource,
                    $"'{text}' does not name a driver or an application. Say assembly:PATH or assembly:PATH#TYPE for a "
                    + "class that implements IConsumerUnderTest, or command:\"COMMAND\" for a program that speaks "
                    + "protocol 1.1.");
        }
    }

    /// <summary>Makes a fresh consumer for one case. One of a command is driven by one thread at a time.</summary>
    public IConsumerUnderTest Create() => create();

    /// <summary>Ends the process, if there is one.</summary>
    public void Dispose() => remote?.Dispose();

    private static Func<IConsumerUnderTest> FromAssembly(string rest)
    {
        var hash = rest.LastIndexOf('#');
        var named = hash >= 0 && !rest.AsSpan(hash).ContainsAny('/', '\\');
        var (path, name) = named ? (rest[..hash], rest[(hash + 1)..]) : (rest, null);
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new HostingException(
                HostingFault.NotFound,
                $"There is no assembly '{full}'. Build the project and give the path of its .dll.");
        }

        var types = TypesIn(full, path).Where(type => typeof(IConsumerUnderTest).IsAssignableFrom(type)
            && !type.IsAbstract && Constructor(type) is not null
            && (name is null || type.Name == name || type.FullName == name)).ToList();
        return types switch
        {
            [var only] => () => (IConsumerUnderTest)Constructor(only)!.Invoke(
                BindingFlags.DoNotWrapExceptions, null, null, null),
            [] => throw new HostingException(
                HostingFault.NoType,
                $"No class {name ?? ""} in '{path}' implements {nameof(IConsumerUnderTest)} and has "
                + "a constructor without parameters."),
            _ => throw new HostingException(
                HostingFault.SeveralTypes,
                $"'{path}' has several consumers: {string.Join(", ", types.Select(type => type.FullName))}. "
                + $"Say which, as in assembly:{path}#{types[0].FullName}."),
        };
    }

    private static Type[] TypesIn(string full, string path)
    {
        try
        {
            var assembly = new PluginLoadContext(full).LoadFromAssemblyPath(full);
            ContractVersion.Check(assembly, path);
            return assembly.GetTypes();
        }
        catch (Exception problem) when (problem is BadImageFormatException or FileLoadException
            or ReflectionTypeLoadException)
        {
            throw new HostingException(
                HostingFault.NotAnAssembly,
                $"'{full}' is not an assembly that can be loaded: {problem.Message.TrimEnd('.')}.",
                innerException: problem);
        }
    }

    private static ConstructorInfo? Constructor(Type type) => type.ContainsGenericParameters
        ? null
        : type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []);
}
