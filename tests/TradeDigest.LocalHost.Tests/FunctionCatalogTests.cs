using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using TradeDigest.LocalHost.Configuration;
using TradeDigest.LocalHost.Functions;

namespace TradeDigest.LocalHost.Tests;

public sealed class FunctionCatalogTests
{
    [Theory]
    [InlineData(typeof(Twins), "Two functions are called 'Twin': Twins.First and Twins.Second")]
    [InlineData(typeof(Careless), "'async void'")]
    [InlineData(typeof(Strange), "Parameter 'blob' is a BinaryData, which a blobTrigger does not bind. It binds Stream, string, byte[] and BlobClient")]
    [InlineData(typeof(Unsourced), "Parameter 'colour' (String) has no source")]
    [InlineData(typeof(Unset), "there is no setting 'Missing'")]
    [InlineData(typeof(Untimely), "The schedule 'soon' is no NCRONTAB expression")]
    [InlineData(typeof(Idle), "No parameter has a trigger attribute")]
    [InlineData(typeof(Identity), "identity-based ('Vault__...')")]
    [InlineData(typeof(Open), "has a brace that does not hold a name of its own")]
    public void What_cannot_run_is_named_with_the_reason(Type type, string words)
    {
        var settings = new AppSettings(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Vault:blobServiceUri"] = "https://vault.example" }).Build());

        var error = Assert.Throws<LocalHostException>(() => new FunctionCatalog(settings).Find([type]));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_are_put_into_paths()
    {
        var settings = new AppSettings(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Missing"] = "in-box", ["Part"] = "x" }).Build());

        var function = Assert.Single(new FunctionCatalog(settings).Find([typeof(Unset)]));

        Assert.Equal("in-box-x-1", Assert.IsType<QueueTrigger>(function.Trigger).Queue);
    }

    public static class Twins
    {
        [Function("Twin")]
        public static void First([TimerTrigger("0 * * * * *")] TimerInfo timer) => Assert.NotNull(timer);

        [Function("twin")]
        public static void Second([TimerTrigger("0 * * * * *")] TimerInfo timer) => Assert.NotNull(timer);
    }

    public static class Careless
    {
#pragma warning disable MA0155 // The mistake is what the test is about.
        [Function("Careless")]
        public static async void Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => await Task.FromResult(timer);
#pragma warning restore MA0155
    }

    public static class Strange
    {
        [Function("Strange")]
        public static void Run([BlobTrigger("box/{name}")] BinaryData blob) => Assert.NotNull(blob);
    }

    public static class Unsourced
    {
        [Function("Unsourced")]
        public static void Run([BlobTrigger("box/{name}")] string blob, string colour) => Assert.NotEqual(blob, colour);
    }

    public static class Unset
    {
        [Function("Unset")]
        public static void Run([QueueTrigger("%Missing%-%Part%-1")] string message) => Assert.NotNull(message);
    }

    public static class Untimely
    {
        [Function("Untimely")]
        public static void Run([TimerTrigger("soon")] TimerInfo timer) => Assert.NotNull(timer);
    }

    public static class Idle
    {
        [Function("Idle")]
        public static void Run(string text) => Assert.NotNull(text);
    }

    public static class Identity
    {
        [Function("Identity")]
        public static void Run([BlobTrigger("box/{name}", Connection = "Vault")] string blob) => Assert.NotNull(blob);
    }

    public static class Open
    {
        [Function("Open")]
        public static void Run([BlobTrigger("box/{name")] string blob) => Assert.NotNull(blob);
    }
}
