using System.Reflection;
using FsCheck;
using FsCheck.Xunit;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace DhpConformance.Tests.Properties;

/// <summary>Runs a property as xunit would, on any instance of its class, always with the same values.</summary>
internal sealed class Falsification : IRunner
{
    private const int Cases = 300;

    private TestResult? result;

    /// <summary>Whether a property does not hold for this subject.</summary>
    public static bool Of(Control control)
    {
        var falsification = new Falsification();
        var seed = new Replay(new Rnd(1, 3), FSharpOption<int>.None);
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(Cases)
            .WithReplay(FSharpOption<Replay>.Some(seed))
            .WithArbitrary(typeof(Control).Assembly.GetCustomAttribute<PropertiesAttribute>()!.Arbitrary)
            .WithRunner(falsification);
        var method = control.Mutated.GetType().GetMethod(control.Property)!;
        Check.Method(config, method, FSharpOption<object>.Some(control.Mutated));
        return falsification.result is { IsFailed: true };
    }

    void IRunner.OnStartFixture(Type fixture)
    {
    }

    void IRunner.OnArguments(
        int number, FSharpList<object> arguments, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
    {
    }

    void IRunner.OnShrink(FSharpList<object> arguments, FSharpFunc<FSharpList<object>, string> everyShrink)
    {
    }

    void IRunner.OnFinished(string name, TestResult finished) => result = finished;
}
