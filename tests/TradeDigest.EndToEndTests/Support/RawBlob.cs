using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace TradeDigest.EndToEndTests.Support;

/// <summary>Writes a blob by a request of its own making: the client library cannot write names whose address means another blob.</summary>
public static class RawBlob
{
    /// <summary>Puts a text into a container under any name.</summary>
    public static async Task PutAsync(string connectionString, string container, string name, string text)
    {
        var client = new BlobContainerClient(connectionString, container);
        var sas = client.GenerateSasUri(BlobContainerSasPermissions.Write | BlobContainerSasPermissions.Create, DateTimeOffset.MaxValue.AddYears(-1));
        byte[] body = Encoding.UTF8.GetBytes(text);
        string head = string.Create(
            CultureInfo.InvariantCulture,
            $"PUT {sas.AbsolutePath}/{name}{sas.Query} HTTP/1.1\r\nHost: {sas.Authority}\r\nx-ms-blob-type: BlockBlob\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        using var connection = new TcpClient();
        await connection.ConnectAsync(sas.Host, sas.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(body);
        using var reader = new StreamReader(stream);
        string? status = await reader.ReadLineAsync();
        if (status?.Contains(" 201 ", StringComparison.Ordinal) != true)
        {
            throw new InvalidOperationException($"The blob {name} was not written: {status}");
        }
    }
}
