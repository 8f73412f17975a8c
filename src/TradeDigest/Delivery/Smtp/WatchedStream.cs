namespace TradeDigest.Delivery;

/// <summary>The body of a message, which knows whether it has been read to its end. Before that the server cannot have the whole message, and so has not taken it.</summary>
internal sealed class WatchedStream(byte[] content) : MemoryStream(content, writable: false)
{
    private volatile bool _isRead;

    /// <summary>Whether all of it has been read.</summary>
    public bool IsRead => _isRead;

    public override int Read(byte[] buffer, int offset, int count) => Watch(base.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Watch(base.Read(buffer));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    private int Watch(int read)
    {
        _isRead |= Position == Length;
        return read;
    }
}
