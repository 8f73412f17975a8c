using System.Globalization;
using Microsoft.Extensions.Logging;

namespace TradeDigest.LocalHost.Terminal;

/// <summary>Writes the log as Core Tools do: a time in UTC and the message; the category stands before messages of others.</summary>
internal sealed class TerminalLoggerProvider(HostTerminal terminal, TimeProvider clock) : ILoggerProvider
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new TerminalLogger(categoryName, terminal, clock);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The terminal outlives the log.
    }

    private sealed class TerminalLogger(string category, HostTerminal terminal, TimeProvider clock) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (terminal.IsBrief && logLevel < LogLevel.Warning && eventId.Id != HostLog.SucceededId)
            {
                return;
            }

            var time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            var origin = category.StartsWith("Function.", StringComparison.Ordinal) || category == nameof(LocalHost) ? "" : $"{category}: ";
            var level = logLevel switch
            {
                LogLevel.Warning => "warning: ",
                LogLevel.Error or LogLevel.Critical => "error: ",
                _ => "",
            };
            var details = exception is null ? "" : Environment.NewLine + exception;
            terminal.Line($"[{time}] {level}{origin}{formatter(state, exception)}{details}", Style(logLevel));
        }

        private static string Style(LogLevel level) => level switch
        {
            LogLevel.Trace or LogLevel.Debug => "grey",
            LogLevel.Warning => "yellow",
            LogLevel.Error or LogLevel.Critical => "red",
            _ => "default",
        };
    }
}
