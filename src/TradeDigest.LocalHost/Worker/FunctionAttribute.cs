namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function that a trigger starts.</summary>
/// <param name="name">The function's name, unique in the app; letters, digits, <c>-</c> and <c>_</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>The name by which settings, routes and logs speak of the function.</summary>
    public string Name { get; } = name;
}
