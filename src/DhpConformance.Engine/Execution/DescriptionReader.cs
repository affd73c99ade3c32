using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Execution;

/// <summary>Asks an implementation what it is. Nothing is judged yet: what makes no sense is thrown.</summary>
internal static class DescriptionReader
{
    /// <summary>What an implementation says of itself, if that makes sense.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted before it had said anything.</exception>
    public static ImplementationDescription Read(
        Func<IPartitionableServer> create, CancellationToken cancellation = default) =>
        Abandonable.Run(() => ReadFresh(create), cancellation);

    /// <summary>What a server says of itself, if that makes sense.</summary>
    public static ImplementationDescription Read(IPartitionableServer server) =>
        Described(server) is { Name: not null, Version: not null, Limits: not null } description
            ? Consistent(description)
            : throw new ServerFaultException(
                ServerFault.InvalidData,
                "Describe returned null, or a name, a version or limits that are null; return all of them.");

    private static ImplementationDescription Consistent(ImplementationDescription description) =>
        TraitRequirements.Problem(description.Claims) is { } problem
            ? throw new InvalidTraitsException($"'{description.Name}' cannot be judged: {problem}")
            : description;

    private static ImplementationDescription ReadFresh(Func<IPartitionableServer> create)
    {
        var server = create() ?? throw new ServerFaultException(
            ServerFault.CouldNotStart, "No server was made: null was returned instead of one.");
        try
        {
            return Read(server);
        }
        finally
        {
            Dispose(server);
        }
    }

    private static ImplementationDescription? Described(IPartitionableServer server) => Blaming(
        nameof(server.Describe),
        "It is asked of a fresh server; return the description without doing anything.",
        server.Describe);

    private static void Dispose(IPartitionableServer server) => Blaming(
        nameof(server.Dispose),
        "Let it give back what it can, and return.",
        () =>
        {
            server.Dispose();
            return true;
        });

    // What is thrown while a server is driven is judged; here nothing is judged yet, and yet the suite is not to blame.
    private static T Blaming<T>(string member, string remedy, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception exception) when (exception is not (ServerFaultException or OutOfMemoryException))
        {
            throw new ServerFaultException(
                ServerFault.InvalidData,
                $"{member} threw {exception.GetType().Name}: {exception.Message.TrimEnd('.', ' ')}. {remedy}",
                innerException: exception);
        }
    }
}
