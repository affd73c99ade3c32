using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;

namespace DhpConformance.Engine.Runs;

/// <summary>
/// Executes the cases of earlier runs that concern a profile, before any is drawn. They are counted nowhere: a run in
/// which all of them pass says what it would have said without them.
/// </summary>
/// <param name="options">The run.</param>
/// <param name="profile">The profile that is judged.</param>
/// <param name="description">The implementation.</param>
internal sealed class RememberedCases(SuiteOptions options, Profile profile, ImplementationDescription description)
{
    private const string AfterSilence = "An earlier one was not answered in time.";

    private readonly ImmutableArray<RememberedCase> cases =
        [.. options.Remembered.Where(one => one.Profile.Name == profile.Name)];

    private ImmutableArray<RememberedResult>.Builder? results;

    /// <summary>Whether there is anything to execute.</summary>
    public bool Any => !cases.IsEmpty;

    /// <summary>How they fared, in their order, as far as they were executed.</summary>
    public ImmutableArray<RememberedResult> Results => results?.ToImmutable() ?? [];

    /// <summary>Executes them in their order, and books what is wrong.</summary>
    public void Execute(Func<IPartitionableServer> create, CaseLedger ledger, CancellationToken cancellation)
    {
        results = ImmutableArray.CreateBuilder<RememberedResult>(cases.Length);
        using var server = create();
        var examiner = new Examiner(new SequenceRunner(server, description.Claims), profile);
        string? silence = null;
        foreach (var one in cases)
        {
            var why = one.Problem(description.Limits) ?? silence;
            var finding = why is null && !cancellation.IsCancellationRequested ? examiner.Examine(one.TestCase) : null;
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            // Each costs a deadline.
            silence ??= finding?.Violation.Fault == ServerFault.DeadlineMissed ? AfterSilence : null;
            results.Add(new(
                one,
                why is not null ? RememberedStatus.Skipped
                    : finding is null ? RememberedStatus.Passes
                    : RememberedStatus.Fails,
                finding?.Violation.Rule,
                why));
            if (finding is not null)
            {
                ledger.Remember(finding);
            }
        }
    }
}
