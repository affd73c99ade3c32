using DhpConformance.FaultyAdapters.Adapters;

var adapters = new Dictionary<string, Action>
{
    ["well-behaved"] = WellBehaved.Run,
    ["exits-at-once"] = ExitsAtOnce.Run,
    ["exits-mid-call"] = ExitsMidCall.Run,
    ["never-answers"] = NeverAnswers.Run,
    ["answers-late"] = AnswersLate.Run,
    ["never-reads"] = NeverReads.Run,
    ["garbage"] = Garbage.Run,
    ["wrong-encoding"] = WrongEncoding.Run,
    ["byte-order-mark"] = ByteOrderMark.Run,
    ["huge-line"] = HugeLine.Run,
    ["logs-on-stdout"] = LogsOnStdout.Run,
    ["invalid-message"] = InvalidMessage.Run,
    ["wrong-id"] = WrongId.Run,
    ["speaks-unasked"] = SpeaksUnasked.Run,
    ["disputes"] = Disputes.Run,
    ["throws"] = Throws.Run,
    ["lacks-what-it-drives"] = LacksWhatItDrives.Run,
    ["floods-stderr"] = FloodsStderr.Run,
    ["leaves-a-child"] = LeavesAChild.Run,
    ["sleeps"] = LeavesAChild.Sleep,
    ["leaves-the-session"] = LeavesTheSession.Run,
    ["falls-silent"] = FallsSilent.Run,
    ["closes-its-input"] = ClosesItsInput.Run,
    ["ignores-end-of-input"] = IgnoresEndOfInput.Run,
    ["leaks-state"] = LeaksState.Run,
    ["leaks-power"] = LeaksPower.Run,
    ["claims-too-much"] = ClaimsTooMuch.Run,
    ["leaves-a-claim-unset"] = LeavesAClaimUnset.Run,
    ["forgets-a-client"] = FailsAClient.Forget,
    ["ends-for-a-client"] = FailsAClient.End,
    ["answers-a-client-twice"] = FailsAClient.Repeat,
    ["wrong-version"] = WrongVersion.Run,
};

if (args is not [var name] || !adapters.TryGetValue(name, out var adapter))
{
    Console.Error.WriteLine($"Name an adapter: {string.Join(", ", adapters.Keys)}.");
    return 5;
}

adapter();
return 0;
