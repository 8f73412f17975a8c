using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace TradeDigest.LocalHost.Hosting;

/// <summary>Reads the host's options. What stands after a lone <c>--</c> belongs to the app and is left alone.</summary>
internal static class HostCommandLine
{
    /// <summary>The options, or null when the arguments only asked for help or the version, which is then printed.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="output">Where help goes.</param>
    /// <exception cref="LocalHostException">An option is unknown or has a value that does not fit.</exception>
    public static HostOptions? Parse(IReadOnlyList<string> args, TextWriter output)
    {
        var drop = new Option<DroppedFolder[]>("--drop")
        {
            Description = "Upload the files of a folder, with their names relative to it, to a container ('articles' unless named). May be repeated.",
            HelpName = "FOLDER[=CONTAINER]",
            CustomParser = Many(ReadDrop),
        };
        var then = new Option<FollowUp[]>("--then")
        {
            Description = "Make a request to this host once all triggers are idle, and print the answer. May be repeated.",
            HelpName = "METHOD /PATH",
            CustomParser = Many(ReadFollowUp),
        };
        var exit = new Option<bool>("--exit") { Description = "Leave when all is done; the exit code is 0 if every request and every function succeeded." };
        var port = new Option<int?>("--port") { Description = $"The port on 127.0.0.1; {HostOptions.DefaultPort} unless given, 0 for any free one.", HelpName = "N" };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) || number is < 0 or > 65535))
            {
                result.AddError($"--port is '{token.Value}'; it must be a number from 0 to 65535.");
            }
        });
        var root = new RootCommand("Runs the functions of this app on this machine.") { drop, then, exit, port };
        var own = args.TakeWhile(argument => argument != "--").ToArray();
        var parsed = root.Parse(own, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            throw new LocalHostException(string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal).Append("See --help.")));
        }

        if (parsed.Action is not null)
        {
            parsed.Invoke(new InvocationConfiguration { Output = output });
            return null;
        }

        return new HostOptions
        {
            Drops = parsed.GetValue(drop) ?? [],
            FollowUps = parsed.GetValue(then) ?? [],
            Exit = parsed.GetValue(exit),
            Port = parsed.GetValue(port),
        };
    }

    private static Func<ArgumentResult, T[]?> Many<T>(Func<string, (T? Value, string? Error)> read)
        where T : class => result =>
        {
            var values = result.Tokens.Select(token => read(token.Value)).ToList();
            foreach (var (_, error) in values.Where(each => each.Error is not null))
            {
                result.AddError(error!);
            }

            return [.. values.Where(each => each.Value is not null).Select(each => each.Value!)];
        };

    private static (DroppedFolder? Value, string? Error) ReadDrop(string text)
    {
        var equals = Directory.Exists(text) ? -1 : text.LastIndexOf('=');
        var (folder, container) = equals < 0 ? (text, "articles") : (text[..equals], text[(equals + 1)..]);
        if (!Directory.Exists(folder))
        {
            return (null, $"--drop: there is no folder '{Path.GetFullPath(folder)}'.");
        }

        var isName = container.Length is >= 3 and <= 63 && container.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            && !container.StartsWith('-') && !container.EndsWith('-') && !container.Contains("--", StringComparison.Ordinal);
        return isName
            ? (new DroppedFolder(folder, container), null)
            : (null, $"--drop: '{container}' is no container name: 3 to 63 lower-case letters, digits and single hyphens.");
    }

    private static (FollowUp? Value, string? Error) ReadFollowUp(string text) =>
        text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var method, var path]
        && method.All(char.IsAsciiLetter) && path.StartsWith('/')
            ? (new FollowUp(method.ToUpperInvariant(), path), null)
            : (null, $"--then: '{text}' is no request; write a method and a path, as in \"POST /api/things\".");
}
