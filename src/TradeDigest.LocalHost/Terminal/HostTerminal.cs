using Spectre.Console;

namespace TradeDigest.LocalHost.Terminal;

/// <summary>
/// What the host says while it works: on standard error, so that standard output holds nothing but the answers of
/// <c>--then</c>; in colour and with a moving line on a terminal, in plain lines elsewhere.
/// </summary>
internal sealed class HostTerminal
{
    private readonly IAnsiConsole? console;
    private readonly TextWriter writer;
    private readonly Lock gate = new();

    public HostTerminal(TextWriter writer, bool isInteractive)
    {
        this.writer = writer;
        console = isInteractive ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) }) : null;
    }

    /// <summary>Whether of the log only warnings, errors and finished runs are shown: when the answer of a request is what somebody waits for.</summary>
    public bool IsBrief { get; set; }

    /// <summary>Standard error.</summary>
    public static HostTerminal OnStandardError() => new(Console.Error, !Console.IsErrorRedirected);

    /// <summary>Writes a line.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="style">A colour of Spectre.Console; used on a terminal only.</param>
    public void Line(string text, string style = "default")
    {
        lock (gate)
        {
            if (console is null)
            {
                writer.WriteLine(text);
                writer.Flush();
            }
            else
            {
                console.MarkupLine($"[{style}]{Markup.Escape(text)}[/]");
            }
        }
    }

    /// <summary>Says what goes on while something is awaited.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="state">How far it is, asked again and again on a terminal.</param>
    /// <param name="work">What is awaited.</param>
    public async Task WhileAsync(string title, Func<string> state, Func<Task> work)
    {
        if (console is null)
        {
            Line(title);
            await work();
            return;
        }

        await console.Status().StartAsync(Markup.Escape(title), async status =>
        {
            var task = work();
            while (await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(200))) != task)
            {
                status.Status(Markup.Escape($"{title} {state()}"));
            }

            await task;
        });
    }
}
