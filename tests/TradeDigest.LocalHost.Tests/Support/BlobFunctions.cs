using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace TradeDigest.LocalHost.Tests.Support;

public sealed class TextBlobFunction(Probe probe)
{
    [Function("TakeText")]
    public Task TakeAsync([BlobTrigger("%Names%-inbox/{name}")] string text, string name, FunctionContext context) =>
        probe.ReportAsync("TakeText", text, ("name", name), ("function", context.FunctionDefinition.Name));
}

public sealed class BlobShapesFunctions(Probe probe)
{
    [Function("AsStream")]
    public async Task StreamAsync([BlobTrigger("%Names%-inbox/{folder}/{file}.txt")] Stream blob, string folder, string file)
    {
        using var reader = new StreamReader(blob);
        await probe.ReportAsync("AsStream", await reader.ReadToEndAsync(), ("folder", folder), ("file", file));
    }

    [Function("AsBytes")]
    public Task BytesAsync([BlobTrigger("%Names%-inbox/{folder}/{file}.txt")] byte[] blob) => probe.ReportAsync("AsBytes", blob);

    [Function("AsClient")]
    public Task ClientAsync([BlobTrigger("%Names%-inbox/{folder}/{file}.txt")] BlobClient blob, IDictionary<string, string> metadata) =>
        probe.ReportAsync("AsClient", blob.Name, ("metadata", metadata));
}

public sealed class EventBlobFunction(Probe probe)
{
    [Function("OnEvent")]
    public Task TakeAsync([BlobTrigger("%Names%-inbox/{name}", Source = BlobTriggerSource.EventGrid)] string text, string name) =>
        probe.ReportAsync("OnEvent", text, ("name", name));
}
