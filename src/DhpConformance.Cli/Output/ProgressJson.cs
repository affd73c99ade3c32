using System.Text.Json;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Cli.Output;

/// <summary>
/// Progress for programs: a JSON object on each line of standard error, at most one for each hundredth of a profile.
/// </summary>
internal sealed class ProgressJson(TextWriter error) : IProgress<SuiteProgress>
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly Lock gate = new();
    private (string Profile, int Hundredth, int Explained) told;

    public void Report(SuiteProgress value)
    {
        lock (gate)
        {
            var now = (value.Profile, (int)(100L * value.Done / value.Cases), value.Explained);
            if (now == told)
            {
                return;
            }

            told = now;
            error.WriteLine(JsonSerializer.Serialize(
                new { value.Profile, value.Done, value.Cases, value.Failing, value.Findings, value.Explained }, Web));
        }
    }
}
