using DhpConformance.Model.State;
using FsCheck;
using FsCheck.Fluent;

namespace DhpConformance.Tests.Model.State;

public sealed class UnitTableTests
{
    [Fact]
    public void It_is_an_array_that_is_copied_on_each_change() =>
        Prop.ForAll(
            Gen.Choose(1, 300).SelectMany(
                count => Gen.Choose(0, count - 1).Zip(Gen.Choose(-1, 5)).ArrayOf(),
                (count, changes) => (Count: count, Changes: changes)).ToArbitrary(),
            one =>
            {
                var array = new UnitState[one.Count];
                var table = UnitTable.Of(array);
                foreach (var (place, owner) in one.Changes)
                {
                    var before = table;
                    var old = array[place];
                    array[place] = new UnitState((short)owner, SwitchPosition.On, 0);
                    table = table.With(place, array[place]);
                    Assert.Equal(old, before[place]);
                }

                Assert.Equal(array, Enumerable.Range(0, table.Count).Select(place => table[place]));
            }).QuickCheckThrowOnFailure();
}
