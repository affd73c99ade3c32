using DhpConformance.Model.State;

namespace DhpConformance.Model.Transitions;

/// <summary>
/// Which logical processors of a hot add the drivers of a partition veto. Sources: DHP-SYN-09, -11; decision G-10.
/// </summary>
internal static class Veto
{
    /// <summary>How many of the next <paramref name="count"/> logical processors are vetoed.</summary>
    public static int Count(ServerState state, int partition, int count)
    {
        if (state.ConsumerState is null)
        {
            return 0;
        }

        var vetoed = 0;
        for (var nth = 1; nth <= count; nth++)
        {
            vetoed += IsCast(state.ConsumerState, partition, nth) ? 1 : 0;
        }

        return vetoed;
    }

    /// <summary>Whether the n-th logical processor to come, counted from 1, is vetoed.</summary>
    public static bool IsCast(ConsumerState consumers, int partition, int nth) =>
        consumers.HasIn(partition, driver => IsCastBy(driver, nth));

    /// <summary>Whether this driver vetoes the n-th logical processor to come, if it is called.</summary>
    public static bool IsCastBy(Registration driver, int nth) =>
        driver.IsSynchronous && driver.Offered + nth == driver.Driver!.VetoesStart;
}
