namespace DhpConformance.Hosting;

/// <summary>What went wrong on the way to an implementation, each with a message of its own.</summary>
public enum HostingFault
{
    /// <summary>The text that names an implementation cannot be understood.</summary>
    BadSource,

    /// <summary>No such file, command or listener.</summary>
    NotFound,

    /// <summary>The program cannot be run, or ended before its first answer.</summary>
    DidNotStart,

    /// <summary>The program ended, or the connection was lost, before a request was answered.</summary>
    ExitedMidCall,

    /// <summary>No answer within the deadline and some grace.</summary>
    NeverAnswered,

    /// <summary>An answer, but after the deadline.</summary>
    AnsweredLate,

    /// <summary>A line that is not JSON.</summary>
    Garbage,

    /// <summary>A line of text where a message is due.</summary>
    LogOnStdout,

    /// <summary>The output begins with a byte order mark.</summary>
    ByteOrderMark,

    /// <summary>A line of more than 1 MiB, or an endless one.</summary>
    LineTooLong,

    /// <summary>JSON, but not an answer to what was asked.</summary>
    InvalidMessage,

    /// <summary>An answer to another request.</summary>
    WrongId,

    /// <summary>A request or a notification from an adapter, which may only answer.</summary>
    UnsolicitedMessage,

    /// <summary>The adapter says that what the suite sent is invalid.</summary>
    RequestDisputed,

    /// <summary>The adapter says that something in it broke.</summary>
    Reported,

    /// <summary>The adapter says that what it drives is not there, before anything else was asked.</summary>
    BackendMissing,

    /// <summary>The adapter says that what it drives ended, or was cut off.</summary>
    BackendLost,

    /// <summary>The adapter says that what it drives did not answer in time.</summary>
    BackendSilent,

    /// <summary>No protocol version that both sides speak.</summary>
    WrongVersion,

    /// <summary>A claims file that cannot be used.</summary>
    InvalidClaims,

    /// <summary>The implementation claims something else than its claims file, or than it did before.</summary>
    ClaimsDiffer,

    /// <summary>Not a .NET assembly, or one that does not load.</summary>
    NotAnAssembly,

    /// <summary>No type in the assembly is a server that can be made.</summary>
    NoType,

    /// <summary>More than one type is, and none was named.</summary>
    SeveralTypes,

    /// <summary>Built against a version of DhpConformance.Abstractions that this suite cannot serve.</summary>
    WrongAbstractions,

    /// <summary>An assembly that it needs is missing.</summary>
    MissingDependency,

    /// <summary>Its constructor threw.</summary>
    ConstructorThrew,

    /// <summary>The user did not want to wait any longer, which says nothing about the implementation.</summary>
    Interrupted,

    /// <summary>Warning: it did not end when its input ended, and was ended.</summary>
    IgnoredEndOfInput,

    /// <summary>Warning: processes that it had started outlived it, and were ended.</summary>
    LeftProcesses,
}
