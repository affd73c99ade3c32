using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// One operation and everything that was told during it; or the quiet between two operations. What the consumers'
/// accounts say changes here as the checkers go along; it is the scratch pad of one hearing and never leaves it.
/// </summary>
/// <param name="accounts">The accounts of all registered consumers; those of the whole hearing.</param>
/// <param name="before">The state before the operation.</param>
/// <param name="after">The state after it.</param>
/// <param name="notices">What was told, in order.</param>
internal sealed class Scene(
    List<Account> accounts, ServerState before, ServerState after, ImmutableArray<Notification> notices)
{
    /// <summary>The operation; null in the quiet between two.</summary>
    public Episode? Episode { get; init; }

    /// <summary>What was seen right after the operation; null if nobody looked before the next one.</summary>
    public Observation? Shown { get; init; }

    public ServerState Before => before;

    public ServerState After => after;

    public Inventory Inventory => before.Inventory;

    public ImmutableArray<Notification> Notices => notices;

    public List<Account> Accounts => accounts;

    public int Number => Episode?.Number ?? 0;

    /// <summary>The place of the partition that the operation concerns; -1 for none.</summary>
    public int Partition => Episode?.Decision.Partition ?? -1;

    public bool IsRefused => Episode?.Outcome.Kind == OutcomeKind.Refused;

    /// <summary>The operation, if it was begun.</summary>
    public OperationKind? CarriedOut => Episode is { IsCarriedOut: true } ? Episode.Decision.Operation : null;

    /// <summary>Whether a processor was hot added, or was tried to.</summary>
    public bool IsProcessorAdd => CarriedOut == OperationKind.HotAdd && UnitKind == Abstractions.UnitKind.Processor;

    /// <summary>The kind of the unit that the operation names.</summary>
    public UnitKind UnitKind => Inventory.Kind(Episode!.Decision.Unit);

    /// <summary>How its logical processors were announced, in order, when a processor was added.</summary>
    public List<Announcement> Announcements { get; } = [];

    /// <summary>The accounts of a partition.</summary>
    public IEnumerable<Account> In(int partition) => accounts.Where(account => account.Partition == partition);

    public Account? Find(ConsumerId? consumer) => accounts.Find(account => account.Consumer.Id == consumer);

    /// <summary>Keeps what an account says from now on.</summary>
    public void Put(Account account) =>
        accounts[accounts.FindIndex(known => known.Consumer.Id == account.Consumer.Id)] = account;

    /// <summary>Changes all accounts of a partition.</summary>
    public void Change(int partition, Func<Account, Account> change)
    {
        for (var i = 0; i < accounts.Count; i++)
        {
            if (accounts[i].Partition == partition)
            {
                accounts[i] = change(accounts[i]);
            }
        }
    }

    /// <summary>Something that a consumer was told, or was not told, against a rule.</summary>
    public static Breach Breach(string rule, Account account, string expected, string observed) =>
        new(rule, account.Consumer.ToString(), expected, observed, account.Partition);

    /// <summary>A notification that a consumer should not have been given, or not like this.</summary>
    public static Breach Breach(string rule, Account account, string expected, Notification notice) =>
        Breach(rule, account, expected, Spoken.Of(notice));
}
