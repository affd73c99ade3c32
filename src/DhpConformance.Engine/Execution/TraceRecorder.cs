using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Execution;

/// <summary>
/// Executes a test case once more and writes down what is answered and shown. It judges nothing, so it also sees what a
/// server makes of an answer that was wrong already.
/// </summary>
internal sealed class TraceRecorder(IPartitionableServer server)
{
    private readonly ImmutableArray<Outcome>.Builder answers = ImmutableArray.CreateBuilder<Outcome>();
    private readonly List<Notification> told = [];
    private Observation? seen;

    /// <summary>What was answered, as far as the server got.</summary>
    public ImmutableArray<Outcome> Answers => answers.ToImmutable();

    /// <summary>The last thing seen, with all notifications since the reset; null if nothing was.</summary>
    public Observation? Seen =>
        seen is not null && seen with { Notifications = [.. told] } is var whole
            && CanBeWritten(whole, VocabularyJson.Default.Observation)
            ? whole
            : null;

    /// <summary>Executes a test case on a fresh server. Where the server breaks, the story ends.</summary>
    public void Watch(TestCase testCase)
    {
        try
        {
            server.Reset(testCase.Setup);
            ObserveIf(testCase.ObservationPolicy == ObservationPolicy.AfterEveryOperation);
            foreach (var operation in testCase.Operations)
            {
                seen = null;
                answers.Add(server.Apply(operation));
                ObserveIf(testCase.ObservationPolicy == ObservationPolicy.AfterEveryOperation
                    || answers.Count == testCase.Operations.Length);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The failure itself says how it broke.
        }

        while (answers.Count > 0 && !CanBeWritten(answers[^1], VocabularyJson.Default.Outcome))
        {
            answers.RemoveAt(answers.Count - 1);
        }
    }

    private void ObserveIf(bool wanted)
    {
        if (wanted)
        {
            seen = server.Observe();
            told.AddRange(seen.Notifications);
        }
    }

    // A list that was never filled in, or a number where the vocabulary has a word: results could not be written.
    private static bool CanBeWritten<T>(T value, JsonTypeInfo<T> type)
    {
        try
        {
            JsonSerializer.Serialize(value, type);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false;
        }
    }
}
