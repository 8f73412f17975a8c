using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace TradeDigest.EndToEndTests.Infra;

/// <summary>What the functions take from the host's worker: by their compiled assembly, and by the written table of its API.</summary>
internal static class WorkerApi
{
    private const string Namespace = "Microsoft.Azure.Functions.Worker";
    private const string Table = "tests/TradeDigest.LocalHost.Tests/worker-api.txt";

    /// <summary>The members that the worker has.</summary>
    public static IReadOnlyList<string> Members { get; } = [.. Lines().Where(line => !line.StartsWith("package ", StringComparison.Ordinal))];

    /// <summary>The packages, each with its version, from which the table was read.</summary>
    public static IReadOnlyDictionary<string, string> Packages { get; } = Lines()
        .Select(line => line.Split(' ')).Where(words => words is ["package", _, _]).ToDictionary(words => words[1], words => words[2], StringComparer.Ordinal);

    /// <summary>The types and members of the worker that an assembly names, in its code and its attributes, in the words of the table.</summary>
    public static IReadOnlyList<string> UsedBy(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var called = metadata.MemberReferences
            .Where(handle => metadata.GetMemberReference(handle).Parent.Kind == HandleKind.TypeReference)
            .Select(handle => assembly.ManifestModule.ResolveMember(MetadataTokens.GetToken(handle))!)
            .Where(member => member.DeclaringType is { } type && IsWorker(type))
            .Select(Line);
        return [.. called.Concat(assembly.GetTypes().SelectMany(SetByAttributes)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The namespaces of the types that an assembly names.</summary>
    public static IEnumerable<string> NamespacesUsedBy(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Namespace)).Distinct()];
    }

    private static IEnumerable<string> SetByAttributes(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .SelectMany(method => method.GetCustomAttributesData().Concat(method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributesData())))
        .Where(attribute => IsWorker(attribute.AttributeType))
        .SelectMany(attribute => attribute.NamedArguments.Select(argument => Line(argument.MemberInfo))
            .Concat(attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.TypedValue))
                .Where(value => value.ArgumentType.IsEnum && IsWorker(value.ArgumentType))
                .Select(value => $"{Short(value.ArgumentType)}: {Enum.GetName(value.ArgumentType, value.Value!)} = {value.Value}")));

    private static bool IsWorker(Type type) => type.Namespace?.StartsWith(Namespace, StringComparison.Ordinal) == true;

    private static string Short(Type type) => type.FullName![(Namespace.Length + 1)..];

    private static string Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{Short(constructor.DeclaringType!)}({Parameters(constructor)})",
        MethodInfo { IsSpecialName: true } accessor => Line(accessor.DeclaringType!.GetProperties().First(p => p.GetMethod == accessor || p.SetMethod == accessor)),
        MethodInfo method => $"{Short(method.DeclaringType!)}: {method.ReturnType.Name} {method.Name}({Parameters(method)})",
        PropertyInfo property => $"{Short(property.DeclaringType!)}: {property.PropertyType.Name} {property.Name} {{ get; {(property.SetMethod is { IsPublic: true } ? "set; " : "")}}}",
        _ => $"{Short(member.DeclaringType!)}: {member.Name}",
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}"));

    private static IEnumerable<string> Lines() => Repository.Read(Table).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');
}
