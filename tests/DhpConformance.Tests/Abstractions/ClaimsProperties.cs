using DhpConformance.Abstractions;
using DhpConformance.Tests.Properties;
using FsCheck.Xunit;

namespace DhpConformance.Tests.Abstractions;

/// <summary>Claims are a set.</summary>
public sealed class ClaimsProperties : IControlled
{
    private readonly Func<Claims, Claim, Claims> with;
    private readonly Func<Claims, Claim, Claims> without;

    public ClaimsProperties()
        : this((claims, claim) => claims.With(claim), (claims, claim) => claims.Without(claim))
    {
    }

    internal ClaimsProperties(Func<Claims, Claim, Claims> with, Func<Claims, Claim, Claims> without)
    {
        this.with = with;
        this.without = without;
    }

    public static IEnumerable<Control> Controls =>
    [
        new(nameof(What_is_put_in_is_in), Mutated(with: (claims, _) => claims)),
        new(nameof(What_is_taken_out_is_not_in), Mutated(without: (claims, _) => claims)),
        new(nameof(Nothing_else_comes_or_goes), Mutated(with: (claims, claim) => Claims.Of(claim))),
        new(nameof(Nothing_else_comes_or_goes), Mutated(without: (_, _) => Claims.None)),
        new(nameof(To_put_in_twice_is_to_put_in_once), Mutated(with: (claims, claim) =>
            claims.Has(claim) ? claims.Without(claim) : claims.With(claim))),
        new(nameof(The_list_of_them_makes_the_same_again), Mutated(with: (claims, claim) => Claims.Of(claim))),
    ];

    [Property]
    public bool What_is_put_in_is_in(Claims claims, Claim claim) => with(claims, claim).Has(claim);

    [Property]
    public bool What_is_taken_out_is_not_in(Claims claims, Claim claim) => !without(claims, claim).Has(claim);

    [Property]
    public bool Nothing_else_comes_or_goes(Claims claims, Claim claim) =>
        Enum.GetValues<Claim>().Where(other => other != claim).All(other =>
            with(claims, claim).Has(other) == claims.Has(other)
            && without(claims, claim).Has(other) == claims.Has(other));

    [Property]
    public bool To_put_in_twice_is_to_put_in_once(Claims claims, Claim claim) =>
        with(with(claims, claim), claim) == with(claims, claim);

    [Property]
    public bool The_list_of_them_makes_the_same_again(Claims claims) => claims.Aggregate(Claims.None, with) == claims;

    private static ClaimsProperties Mutated(
        Func<Claims, Claim, Claims>? with = null, Func<Claims, Claim, Claims>? without = null) => new(
            with ?? ((claims, claim) => claims.With(claim)), without ?? ((claims, claim) => claims.Without(claim)));
}
