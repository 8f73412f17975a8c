using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.LocalHost.Configuration;
using TradeDigest.LocalHost.Timers;

namespace TradeDigest.LocalHost.Functions;

/// <summary>Finds the functions of an assembly by their attributes, and says what is wrong with them before any runs.</summary>
/// <param name="settings">What <c>%Setting%</c> stands for.</param>
internal sealed class FunctionCatalog(AppSettings settings)
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>All functions, by name.</summary>
    /// <param name="assembly">Where they are.</param>
    /// <exception cref="LocalHostException">One or more cannot be run; the message names each and says why.</exception>
    public ImmutableArray<Function> Find(Assembly assembly) => Find(assembly.GetTypes());

    /// <summary>All functions of some classes, by name.</summary>
    /// <param name="types">Where they are.</param>
    /// <exception cref="LocalHostException">One or more cannot be run; the message names each and says why.</exception>
    public ImmutableArray<Function> Find(IEnumerable<Type> types)
    {
        var marked = types.SelectMany(type => type.GetMethods(Any))
            .Select(method => (Method: method, Name: method.GetCustomAttribute<FunctionAttribute>()?.Name))
            .Where(each => each.Name is not null)
            .OrderBy(each => each.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var errors = marked.GroupBy(each => each.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any())
            .Select(group => $"Two functions are called '{group.Key}': {string.Join(" and ", group.Select(each => Where(each.Method)))}. Give each a name of its own.")
            .ToList();
        var functions = ImmutableArray.CreateBuilder<Function>();
        foreach (var (method, name) in marked)
        {
            try
            {
                functions.Add(Describe(name!, method));
            }
            catch (LocalHostException wrong)
            {
                errors.Add($"Function '{name}' ({Where(method)}): {wrong.Message}");
            }
        }

        return errors.Count == 0 ? functions.ToImmutable() : throw new LocalHostException(string.Join(Environment.NewLine, errors));
    }

    private static string Where(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private Function Describe(string name, MethodInfo method)
    {
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') || !char.IsAsciiLetter(name[0]))
        {
            throw new LocalHostException("A function's name begins with a letter and has only letters, digits, '-' and '_'.");
        }

        if (!method.IsPublic || method.IsGenericMethodDefinition || method.DeclaringType!.IsAbstract && !method.IsStatic)
        {
            throw new LocalHostException("A function is a public method, not generic, of a class that is not abstract.");
        }

        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            throw new LocalHostException("It is 'async void', so that nobody would know when it ends or fails. Let it return Task.");
        }

        var disabled = settings.IsDisabled(name);
        var marked = method.GetParameters().Where(parameter => TriggerAttribute(parameter) is not null).ToList();
        if (marked is not [var subject])
        {
            throw new LocalHostException(marked.Count == 0
                ? "No parameter has a trigger attribute (HttpTrigger, BlobTrigger, QueueTrigger or TimerTrigger)."
                : $"It has {marked.Count} triggers; a function has one.");
        }

        var trigger = ReadTrigger(name, TriggerAttribute(subject)!);
        return new Function(name, method, trigger, [.. method.GetParameters().Select(each => ParameterBinding.For(trigger, each, each == subject))], disabled);
    }

    private static Attribute? TriggerAttribute(ParameterInfo parameter) => parameter.GetCustomAttributes()
        .FirstOrDefault(attribute => attribute is HttpTriggerAttribute or BlobTriggerAttribute or QueueTriggerAttribute or TimerTriggerAttribute);

    private Trigger ReadTrigger(string name, Attribute attribute)
    {
        switch (attribute)
        {
            case HttpTriggerAttribute http:
                var route = settings.Resolve(http.Route ?? name, "The route").Trim('/');
                return new HttpTrigger(CheckRoute(route), [.. (http.Methods ?? []).Select(method => method.ToUpperInvariant())]);
            case BlobTriggerAttribute blob:
                return new BlobTrigger(BlobPath.Parse(settings.Resolve(blob.BlobPath, "The blob path")), settings.ConnectionString(blob.Connection), blob.Source);
            case QueueTriggerAttribute queue:
                return new QueueTrigger(settings.Resolve(queue.QueueName, "The queue's name"), settings.ConnectionString(queue.Connection));
            default:
                var timer = (TimerTriggerAttribute)attribute;
                var schedule = Schedule.Parse(settings.Resolve(timer.Schedule, "The schedule"));
                return new TimerTrigger(schedule, timer.UseMonitor, timer.RunOnStartup);
        }
    }

    private static string CheckRoute(string route)
    {
        try
        {
            RoutePatternFactory.Parse(route);
            return route;
        }
        catch (RoutePatternException broken)
        {
            throw new LocalHostException($"Its route '{route}' cannot be read: {broken.Message}", broken);
        }
    }
}
