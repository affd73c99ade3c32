using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Shrinking;

/// <summary>Test cases with fewer consumers, simpler scripts, less I/O, or consumers numbered from 0.</summary>
internal static class ConsumerSimplification
{
    /// <summary>Simpler test cases; each is strictly simpler than the one it is made from.</summary>
    public static IEnumerable<TestCase> Candidates(TestCase testCase)
    {
        var consumers = testCase.Operations.Select(ConsumerOf).OfType<ConsumerId>().Distinct().ToList();
        foreach (var consumer in consumers)
        {
            yield return testCase with { Operations = testCase.Operations.RemoveAll(o => ConsumerOf(o) == consumer) };
        }

        for (var i = 0; i < testCase.Operations.Length; i++)
        {
            foreach (var simpler in Simpler(testCase.Operations[i]))
            {
                yield return testCase with { Operations = testCase.Operations.SetItem(i, simpler) };
            }
        }

        if (consumers.Where((consumer, place) => consumer.Value != place).Any())
        {
            yield return testCase with
            {
                Operations = [.. testCase.Operations.Select(o => Rename(o, id => new(consumers.IndexOf(id))))],
            };
        }
    }

    private static ConsumerId? ConsumerOf(Operation operation) => operation switch
    {
        RegisterDriver register => register.Consumer,
        RegisterApplication register => register.Consumer,
        Deregister deregister => deregister.Consumer,
        SubmitIo submit => submit.Driver,
        _ => null,
    };

    private static IEnumerable<Operation> Simpler(Operation operation) => operation switch
    {
        RegisterDriver register =>
            ScriptSimplification.Of(register.Script).Select(script => register with { Script = script }),
        RegisterApplication { Script: { ProcessorArrivals: true, MemoryArrivals: true } } register =>
        [
            register with { Script = new(true, false) },
            register with { Script = new(false, true) },
        ],
        SubmitIo { Requests: > 1 } submit =>
            [submit with { Requests = 1 }, submit with { Requests = submit.Requests - 1 }],
        _ => [],
    };

    private static Operation Rename(Operation operation, Func<ConsumerId, ConsumerId> of) => operation switch
    {
        RegisterDriver register => register with { Consumer = of(register.Consumer) },
        RegisterApplication register => register with { Consumer = of(register.Consumer) },
        Deregister deregister => new Deregister(of(deregister.Consumer)),
        SubmitIo submit => submit with { Driver = of(submit.Driver) },
        _ => operation,
    };
}
