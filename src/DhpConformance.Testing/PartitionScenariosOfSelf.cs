using System.Collections.Immutable;
using System.Reflection;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Model.Profiles;
using FsCheck;

namespace DhpConformance.Testing;

/// <summary>
/// Scenarios of one's own choice. Derive a class, override what is to be different, and name it in the property:
/// <code>
/// public sealed class OnX64 : PartitionScenarios&lt;OnX64&gt;
/// {
///     protected override int Length => 30;
/// }
///
/// [Property(Arbitrary = [typeof(OnX64)])]
/// public bool My_rule(Scenario scenario) => …;
/// </code>
/// </summary>
/// <typeparam name="TSelf">The derived class itself, with a constructor without parameters.</typeparam>
public abstract class PartitionScenarios<TSelf>
    where TSelf : PartitionScenarios<TSelf>, new()
{
#pragma warning disable CA1000 // FsCheck finds what to draw in static members alone, those of a base included.
    /// <summary>What FsCheck finds, by the type.</summary>
    /// <exception cref="ArgumentException">There is nothing to draw; the message says what to change.</exception>
    public static Arbitrary<Scenario> Scenarios
    {
        get
        {
            var self = Asked($"The constructor of {typeof(TSelf).Name}", () => new TSelf());
            return PartitionScenarios.Of(
                Asked(nameof(Profiles), () => self.Profiles),
                Asked(nameof(Server), () => self.Server),
                Asked(nameof(Length), () => self.Length));
        }
    }
#pragma warning restore CA1000

    /// <summary>The operating systems in the partitions; all built-in ones unless it is overridden.</summary>
    protected virtual ImmutableArray<Profile> Profiles => ProfileCatalog.All;

    /// <summary>How many operations, from 1 to 10,000.</summary>
    protected virtual int Length => PartitionScenarios.DefaultLength;

    /// <summary>
    /// What the server claims, and which setups it takes: what its <c>Describe</c> returns. Everything unless it is
    /// overridden.
    /// </summary>
    protected virtual ImplementationDescription Server => PartitionScenarios.AnyServer;

    private static T Asked<T>(string member, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new ArgumentException(
                $"{member} threw {Thrown.By(Cause(exception))} It is asked before anything is drawn; let it return a "
                    + "value without needing a server, or leave the override out.",
                exception);
        }
    }

    // What makes an object wraps what its constructor throws.
    private static Exception Cause(Exception exception) =>
        exception is TargetInvocationException or TypeInitializationException
            ? Cause(exception.InnerException ?? new InvalidOperationException(exception.Message))
            : exception;
}
