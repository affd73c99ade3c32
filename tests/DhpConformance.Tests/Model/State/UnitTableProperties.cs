using DhpConformance.Model.State;
using DhpConformance.Tests.Properties;
using FsCheck;
using FsCheck.Xunit;

namespace DhpConformance.Tests.Model.State;

/// <summary>The table of the states of all units.</summary>
public sealed class UnitTableProperties : IControlled
{
    private const int Block = 64;

    private readonly Func<UnitTable, int, UnitState, UnitTable> with;

    public UnitTableProperties()
        : this((table, place, state) => table.With(place, state))
    {
    }

    internal UnitTableProperties(Func<UnitTable, int, UnitState, UnitTable> with) => this.with = with;

    public static IEnumerable<Control> Controls =>
    [
        new(nameof(It_is_an_array_that_is_copied_on_each_change), new UnitTableProperties((table, _, _) => table)),
        new(nameof(It_is_an_array_that_is_copied_on_each_change), new UnitTableProperties(
            (table, place, state) => table.With(place % Block, state))),
    ];

    [Property]
    public bool It_is_an_array_that_is_copied_on_each_change(PositiveInt blocks, int[] changes)
    {
        var array = new UnitState[((blocks.Get - 1) % 5 * Block) + 1];
        var table = UnitTable.Of(array);
        foreach (var change in changes)
        {
            var (before, place) = (table, (int)((uint)change * 31 % (uint)array.Length));
            var old = array[place];
            array[place] = new UnitState((short)(change % 7), SwitchPosition.On, 0);
            table = with(table, place, array[place]);
            if (before[place] != old)
            {
                return false;
            }
        }

        return array.SequenceEqual(Enumerable.Range(0, table.Count).Select(place => table[place]));
    }
}
