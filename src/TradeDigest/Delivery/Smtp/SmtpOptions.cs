namespace TradeDigest.Delivery;

/// <summary>The mail server: the settings <c>Mail:Smtp:*</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>The port of servers that begin with TLS (RFC 8314, 3.3), which SmtpClient does not speak.</summary>
    public const int ImplicitTlsPort = 465;

    /// <summary>Name or address of the server.</summary>
    public string? Host { get; set; }

    /// <summary>Its port. 587 is for submission (RFC 6409).</summary>
    public int Port { get; set; } = 587;

    /// <summary>Whether nothing is said to the server before STARTTLS (RFC 3207), and nothing at all where it does not offer it. False is for a test server.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>User; null for a server that asks for none.</summary>
    public string? User { get; set; }

    /// <summary>Password.</summary>
    public string? Password { get; set; }
}
