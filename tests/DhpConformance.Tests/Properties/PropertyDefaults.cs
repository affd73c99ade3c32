using DhpConformance.Tests.Properties;
using FsCheck.Xunit;

// What every property of this project draws its values with; Replay = "(…)" at one of them runs a failure again.
[assembly: Properties(Arbitrary = [typeof(Vocabulary), typeof(Files)])]
