namespace DhpConformance.Model.Rules;

/// <summary>TRT: what a server declares of itself, beyond what it claims.</summary>
internal static class TraitRules
{
    public static readonly Rule[] All =
    [
        new("TRT-01", "A server behaves as each trait that it declares says.")
        {
            Sources = ["G-98", "G-99"],
            Derived = true,
            IsAboutTraits = true,
            NotVerified = "that it always behaves so where the trait only says that it may",
        },
    ];
}
