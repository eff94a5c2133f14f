using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Parsing.Models.Declared;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>The attributes of a member: its own, and those of the constructor parameter that it comes from.</summary>
internal sealed class MemberAttributes
{
    private static readonly MemberAttributes s_none = new([]);

    private readonly ImmutableArray<AttributeData> _all;

    private MemberAttributes(ImmutableArray<AttributeData> all) => _all = all;

    public bool IsEmpty => _all.IsEmpty;

    public AttributeData? Alias => _all.FindAttribute(Names.AliasAttribute);

    public AttributeData? Timestamp => _all.FindAttribute(Names.TimestampAttribute);

    public AttributeData? Columns => _all.FindAttribute(Names.ColumnsAttribute);

    public AttributeData? Shallow => _all.FindAttribute(Names.ShallowAttribute);

    public AttributeData? JsonConverter => _all.FindAttribute(Names.JsonConverterAttribute);

    /// <summary>The key that <c>[JsonPropertyName]</c> gives, so that a type written for System.Text.Json reads the same here.</summary>
    public string? JsonName => _all.FindAttribute(Names.JsonPropertyNameAttribute)?.ConstructorArguments[0].Value as string;

    /// <summary>Whether <c>[JsonIgnore]</c> leaves the member out altogether; its conditions are about writing only.</summary>
    public bool IsIgnored => _all.FindAttribute(Names.JsonIgnoreAttribute) is { } ignore
        && ignore.NamedArguments.All(static a => a.Key != "Condition" || a.Value.Value is 1);

    /// <summary>The arguments of the shape of a timestamp: unit, format, zone.</summary>
    public string? TimestampArguments
    {
        get
        {
            if (Timestamp is not { } timestamp)
                return null;
            string? format = timestamp.ConstructorArguments.Length > 0 ? timestamp.ConstructorArguments[0].Value as string : null;
            string unit = timestamp.Named<int>("Unit") switch
            {
                1 => "Milliseconds",
                2 => "Microseconds",
                3 => "Nanoseconds",
                _ => "Seconds",
            };
            return $"{Names.Models}.TimestampUnit.{unit}, {CSharp.Literal(format)}, {CSharp.Literal(timestamp.Named<string>("TimeZone"))}";
        }
    }

    public static MemberAttributes Of(DeclaredMember member, IParameterSymbol? parameter)
    {
        ImmutableArray<AttributeData> all = parameter is null ? member.Attributes : member.Attributes.AddRange(parameter.WrittenAttributes());
        return all.IsEmpty ? s_none : new MemberAttributes(all);
    }

    public bool HasAny(string[] names) => Array.Exists(names, name => _all.FindAttribute(name) is not null);
}
