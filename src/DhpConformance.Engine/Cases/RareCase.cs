using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Cases;

/// <summary>A case with nothing wrong that tests what few cases of its run test.</summary>
/// <param name="Rule">The rule that it puts to the test.</param>
/// <param name="Profile">The profile that was judged.</param>
/// <param name="Number">Which case of the run it was, from 0.</param>
/// <param name="TestCase">The case, up to the step that puts the rule to the test.</param>
public sealed record RareCase(string Rule, Profile Profile, int Number, TestCase TestCase);
