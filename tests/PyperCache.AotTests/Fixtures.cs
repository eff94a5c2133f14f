using PyperCache.Core.Tests.Models;

namespace PyperCache.AotTests;

/// <summary>What runs as native code. A test of the tests of models says when one of them is missing here.</summary>
internal static class Fixtures
{
    public static IEnumerable<Fixture> All =>
    [
        Fixture.Of<AliasTests>(),
        Fixture.Of<CollectionTests>(),
        Fixture.Of<ColumnReadingTests>(),
        Fixture.Of<ColumnsTests>(),
        Fixture.Of<ConstructionTests>(),
        Fixture.Of<ContractTests>(),
        Fixture.Of<ConversionTests>(),
        Fixture.Of<ConverterTests>(),
        Fixture.Of<DeclarationTests>(),
        Fixture.Of<DefaultsTests>(),
        Fixture.Of<EqualityTests>(),
        Fixture.Of<ErrorTests>(),
        Fixture.Of<ForeignTypeTests>(),
        Fixture.Of<HostileInputTests>(),
        Fixture.Of<InputTests>(),
        Fixture.Of<LazyTests>(),
        Fixture.Of<MemberTypeTests>(),
        Fixture.Of<NamingTests>(),
        Fixture.Of<OptionalTests>(),
        Fixture.Of<PolymorphismTests>(),
        Fixture.Of<RawPayloadTests>(),
        Fixture.Of<SystemTextJsonTests>(),
        Fixture.Of<TimestampTests>(),
        Fixture.Of<UnchangedTests>(),
    ];
}
