using System.Globalization;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Cli.Output;

/// <summary>One line for each profile that is done, for logs.</summary>
internal sealed class ProgressLines(TextWriter output) : IProgress<SuiteProgress>
{
    private readonly Lock gate = new();
    private readonly HashSet<string> told = [];

    public void Report(SuiteProgress value)
    {
        lock (gate)
        {
            // Several threads may see that the last case is done.
            if (value.Done == value.Cases && told.Add(value.Profile))
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{value.Profile}: {Count.Of(value.Cases, "case")} executed, {value.Failing} failing"));
            }

            // With a slow implementation this takes longer than the cases did.
            if (value.Findings > 0 && value.Explained == 0)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{value.Profile}: making {Count.Of(value.Findings, "counterexample")} small"));
            }
        }
    }
}
