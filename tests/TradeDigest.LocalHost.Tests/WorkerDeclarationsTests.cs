using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace TradeDigest.LocalHost.Tests;

public sealed class WorkerDeclarationsTests
{
    // A member that is declared and not in this table would let functions compile that break in Azure.
    private static IEnumerable<string> Worker => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "worker-api.txt"))
        .Where(line => line.Length > 0 && !line.StartsWith('#') && !line.StartsWith("package ", StringComparison.Ordinal));

    [Fact]
    public void The_declarations_are_those_of_the_worker_to_the_letter()
    {
        var declared = typeof(FunctionAttribute).Assembly.GetExportedTypes()
            .Where(type => type.Namespace!.StartsWith("Microsoft.Azure.Functions.Worker", StringComparison.Ordinal))
            .SelectMany(Members);

        Assert.Equal(Worker.Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var name = type.FullName!["Microsoft.Azure.Functions.Worker.".Length..];
        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Select(value => $"{name}: {value} = {(int)value}");
        }

        return type.GetConstructors().Select(each => $"{name}({Parameters(each)})")
            .Concat(type.GetProperties(Own).Select(each => $"{name}: {each.PropertyType.Name} {each.Name} {{ get; {(each.SetMethod is { IsPublic: true } ? "set; " : "")}}}"))
            .Concat(type.GetMethods(Own).Where(each => !each.IsSpecialName).Select(each => $"{name}: {each.ReturnType.Name} {each.Name}({Parameters(each)})"));
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(each => $"{each.ParameterType.Name} {each.Name}"));
}
