using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TradeDigest.EndToEndTests.Support;

/// <summary>A mail that the double took.</summary>
internal sealed record TakenMail(string From, string To, string Message, bool IsSecure, string? User);

/// <summary>A mail server (RFC 5321, with STARTTLS of RFC 3207 and AUTH LOGIN) that answers each step as it is told.</summary>
internal sealed class SmtpDouble : IAsyncDisposable
{
    /// <summary>In the place of an answer: the connection ends.</summary>
    public const string Drop = "drop";

    /// <summary>In the place of an answer: nothing, for good.</summary>
    public const string Silence = "silence";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<string, string, string?> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly (string User, string Password)? _login;
    private readonly Task _listening;

    /// <summary>Starts a server.</summary>
    /// <param name="answer">Gets the step (<c>CONNECT</c>, <c>EHLO</c>, <c>STARTTLS</c>, <c>AUTH</c>, <c>MAIL</c>, <c>RCPT</c>, <c>DATA</c>, <c>END</c>, <c>QUIT</c>) and its line; null answers as usual.</param>
    /// <param name="certificate">With one, STARTTLS is offered.</param>
    /// <param name="login">With one, mail is taken from this user alone.</param>
    public SmtpDouble(Func<string, string, string?>? answer = null, X509Certificate2? certificate = null, (string User, string Password)? login = null)
    {
        (_answer, _certificate, _login) = (answer ?? ((_, _) => null), certificate, login);
        _listener.Start();
        _listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<TakenMail> Taken { get; } = new();

    /// <summary>The commands, in the order of their arrival.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _listening;
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await new Session(this, client.GetStream()).RunAsync(_end.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException or EndOfStreamException)
        {
            // The client went, or the server was told to drop it.
        }
    }

    private sealed class Session(SmtpDouble server, Stream stream)
    {
        private Stream _stream = stream;
        private string? _user;
        private string _from = "";
        private string _to = "";

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            await AnswerAsync("CONNECT", "", "220 double ESMTP", cancellationToken);
            while (await ReadLineAsync(cancellationToken) is { } line)
            {
                string verb = line.Split(' ', ':')[0].ToUpperInvariant();
                server.Commands.Enqueue(verb);
                switch (verb)
                {
                    case "EHLO":
                        await AnswerAsync(verb, line, Extensions(), cancellationToken);
                        break;
                    case "STARTTLS":
                        await AnswerAsync(verb, line, "220 go ahead", cancellationToken);
                        var secure = new SslStream(_stream);
                        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server._certificate }, cancellationToken);
                        _stream = secure;
                        break;
                    case "AUTH":
                        await SignInAsync(line, cancellationToken);
                        break;
                    case "MAIL":
                        _from = line;
                        await AnswerAsync(verb, line, server._login is not null && _user is null ? "530 5.7.0 Authentication required" : "250 ok", cancellationToken);
                        break;
                    case "RCPT":
                        _to = line;
                        await AnswerAsync(verb, line, "250 ok", cancellationToken);
                        break;
                    case "DATA":
                        if (await AnswerAsync(verb, line, "354 go ahead", cancellationToken))
                        {
                            await TakeAsync(cancellationToken);
                        }

                        break;
                    case "QUIT":
                        await AnswerAsync(verb, line, "221 bye", cancellationToken);
                        return;
                    default:
                        await AnswerAsync(verb, line, "250 ok", cancellationToken);
                        break;
                }
            }
        }

        private string Extensions() => string.Join("\r\n", new[]
        {
            "250-double", server._certificate is not null && _stream is not SslStream ? "250-STARTTLS" : null, server._login is not null ? "250-AUTH LOGIN" : null, "250 8BITMIME",
        }.OfType<string>());

        private async Task SignInAsync(string line, CancellationToken cancellationToken)
        {
            // The client sends the user with the command, or when it is asked (RFC 4954, 4).
            string user = line.Split(' ') is [_, _, var initial] ? initial : await AskAsync("334 VXNlcm5hbWU6", cancellationToken);
            string password = await AskAsync("334 UGFzc3dvcmQ6", cancellationToken);
            bool isRight = (Decoded(user), Decoded(password)) == server._login;
            _user = isRight ? Decoded(user) : null;
            await AnswerAsync("AUTH", line, isRight ? "235 2.7.0 welcome" : "535 5.7.8 wrong user or password", cancellationToken);
        }

        private static string Decoded(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));

        private async Task<string> AskAsync(string question, CancellationToken cancellationToken)
        {
            await WriteAsync(question, cancellationToken);
            return await ReadLineAsync(cancellationToken) ?? throw new EndOfStreamException();
        }

        private async Task TakeAsync(CancellationToken cancellationToken)
        {
            var message = new StringBuilder();
            while (await ReadLineAsync(cancellationToken) is { } line && line != ".")
            {
                message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }

            // A server has a mail once its end has come, whatever becomes of the answer.
            string? answer = server._answer("END", "");
            if (answer is null or Drop or Silence || answer.StartsWith('2'))
            {
                server.Taken.Enqueue(new TakenMail(_from, _to, message.ToString(), _stream is SslStream, _user));
            }

            await AnswerAsync("END", "", "250 2.0.0 taken", cancellationToken);
        }

        /// <summary>Answers as told, or as usual. Returns whether it was as usual.</summary>
        private async Task<bool> AnswerAsync(string step, string line, string usual, CancellationToken cancellationToken)
        {
            string? told = server._answer(step, line);
            switch (told)
            {
                case Drop:
                    throw new EndOfStreamException();
                case Silence:
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    break;
            }

            await WriteAsync(told ?? usual, cancellationToken);
            return told is null;
        }

        private async Task WriteAsync(string line, CancellationToken cancellationToken)
        {
            await _stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);
            await _stream.FlushAsync(cancellationToken);
        }

        private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            var line = new List<byte>();
            byte[] one = new byte[1];
            while (await _stream.ReadAsync(one, cancellationToken) > 0)
            {
                if (one[0] == '\n')
                {
                    return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
                }

                line.Add(one[0]);
            }

            return null;
        }
    }
}
