using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using TradeDigest.Facts;

namespace TradeDigest.Queries;

/// <summary>The kinds of facts by the names that JSON has for them.</summary>
public static class FactKinds
{
    private static readonly FrozenDictionary<Type, string> Names = typeof(Fact).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    /// <summary>All kinds, in the order of <see cref="Fact"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. typeof(Fact).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => (string)a.TypeDiscriminator!)];

    /// <summary>The kind of a fact.</summary>
    public static string Of(Fact fact) => Names[fact.GetType()];
}
