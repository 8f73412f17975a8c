using TradeDigest.LocalHost.Azurite;

namespace TradeDigest.LocalHost.Tests.Support;

/// <summary>An Azurite on free ports for the tests of one collection.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("localhost-tests-").FullName;
    private AzuriteProcess? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async Task InitializeAsync() => azurite = await AzuriteProcess.StartAsync(folder);

    public async Task DisposeAsync()
    {
        await azurite!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition("blobs")]
public sealed class BlobTests : ICollectionFixture<AzuriteFixture>;

[CollectionDefinition("queues, timers and routes")]
public sealed class OtherTests : ICollectionFixture<AzuriteFixture>;

[CollectionDefinition("processes")]
public sealed class ProcessTestsShare : ICollectionFixture<AzuriteFixture>;
