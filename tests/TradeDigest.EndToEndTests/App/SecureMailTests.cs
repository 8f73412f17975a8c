using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.App;

/// <summary>The whole app, set up by its settings alone, and a mail server that wants STARTTLS and a password.</summary>
[Collection(Azurite.Collection)]
public sealed class SecureMailTests(Azurite azurite)
{
    [Fact]
    public async Task A_digest_goes_to_a_mail_server_by_starttls_with_user_and_password()
    {
        await azurite.ClearAsync();
        using var certificate = TestCertificate.Create();
        using var trusted = new TrustedFile(certificate.ExportCertificatePem());
        await using var server = new SmtpDouble(certificate: certificate, login: ("desk", "pass word"));
        await using var app = AppProcess.StartWith(
            azurite.ConnectionString,
            new Dictionary<string, string>
            {
                // OpenSSL's own setting: the certificates that the app trusts.
                ["SSL_CERT_FILE"] = trusted.Path,
                ["Mail__Mailer"] = "smtp",
                ["Mail__Smtp__Host"] = "localhost",
                ["Mail__Smtp__Port"] = $"{server.Port}",
                ["Mail__Smtp__User"] = "desk",
                ["Mail__Smtp__Password"] = "pass word",
                ["Mail__From"] = "digest@example.org",
                ["Mail__Recipients__0"] = "Ana <ana@example.org>",
            },
            "--then",
            "POST /api/digests",
            "--exit");

        int code = await app.WaitAsync();

        Assert.True(code == 0, app.Output);
        var mail = Assert.Single(server.Taken);
        Assert.True(mail.IsSecure);
        Assert.Equal(("desk", "MAIL FROM:<digest@example.org>", "RCPT TO:<ana@example.org>"), (mail.User, mail.From, mail.To));
        Assert.Contains("multipart/alternative", mail.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@example.org", app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("pass word", app.Output, StringComparison.Ordinal);
    }

    private sealed class TrustedFile : IDisposable
    {
        public TrustedFile(string certificates) => File.WriteAllText(Path, certificates);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
