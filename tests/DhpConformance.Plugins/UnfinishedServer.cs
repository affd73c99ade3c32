namespace DhpConformance.Plugins;

/// <summary>Cannot be made: it is abstract.</summary>
internal abstract class UnfinishedServer : PlainServer;
