using System.Diagnostics;
using System.Reflection;

namespace DhpConformance.Testing;

/// <summary>
/// Makes a property fail that starts an async void method. Nobody can wait for one, so that the property would pass
/// without having run, and what it throws later would end the whole run. .NET tells the context of a thread before
/// such a method begins; everything else goes to the context there was before.
/// </summary>
internal sealed class AsyncVoidWatch : SynchronizationContext
{
    private readonly SynchronizationContext? before;

    private AsyncVoidWatch(SynchronizationContext? before) => this.before = before;

    /// <summary>Watches this thread, on which FsCheck runs a property for what it has just drawn.</summary>
    public static void Begin()
    {
        if (Current is not AsyncVoidWatch)
        {
            SetSynchronizationContext(new AsyncVoidWatch(Current));
        }
    }

    /// <inheritdoc/>
    public override void OperationStarted()
    {
        if (PropertyThatStarts(new StackTrace(skipFrames: 1)) is { } property)
        {
            throw new InvalidOperationException(
                $"{property} starts an async void method, and would pass before that has ended; let it return Task, "
                    + "and await what it starts.");
        }

        before?.OperationStarted();
    }

    /// <inheritdoc/>
    public override void OperationCompleted() => before?.OperationCompleted();

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (before is null)
        {
            base.Post(d, state);
        }
        else
        {
            before.Post(d, state);
        }
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    // The property itself, or code beside it. What a server starts of its own accord is none of our business.
    private static string? PropertyThatStarts(StackTrace calls)
    {
        var inner = calls.GetFrames().Select(frame => frame.GetMethod()).OfType<MethodBase>()
            .TakeWhile(method => !IsOfFsCheck(method)).Where(method => !IsOfRuntime(method)).ToList();
        return inner.Count > 0
            && inner.Count < calls.FrameCount
            && Outermost(inner[0].DeclaringType) == Outermost(inner[^1].DeclaringType)
            ? inner[^1].Name
            : null;
    }

    private static bool IsOfFsCheck(MethodBase method) =>
        method.Module.Assembly.GetName().Name is "FsCheck" or "FSharp.Core";

    private static bool IsOfRuntime(MethodBase method) =>
        method.Module.Assembly == typeof(object).Assembly || method.DeclaringType is null;

    private static Type? Outermost(Type? type)
    {
        while (type?.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }
}
