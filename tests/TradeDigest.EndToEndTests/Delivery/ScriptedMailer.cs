using System.Collections.Concurrent;
using TradeDigest.Delivery;

namespace TradeDigest.EndToEndTests.Delivery;

/// <summary>A mailer that answers as it is told, and remembers what it was given.</summary>
public sealed class ScriptedMailer : IMailer
{
    public string Name => "scripted";

    /// <summary>What it answers to a mail; the number counts the sendings of that mail from 1.</summary>
    public Func<OutgoingMail, int, MailOutcome> OnSend { get; set; } = (_, _) => MailOutcome.Delivered;

    /// <summary>What it answers when it is asked.</summary>
    public Func<OutgoingMail, MailOutcome> OnAsk { get; set; } = _ => MailOutcome.Unknown("It does not know.");

    /// <summary>Every mail that it was given, as often as it was.</summary>
    public ConcurrentQueue<OutgoingMail> Sent { get; } = [];

    public int Asked { get; private set; }

    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Sent.Enqueue(mail);
        return Task.FromResult(OnSend(mail, Sent.Count(m => m.MessageId == mail.MessageId)));
    }

    public Task<MailOutcome> AskAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Asked++;
        return Task.FromResult(OnAsk(mail));
    }
}
