using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TradeDigest.Delivery;

/// <summary>Makes and knows the tokens by which readers unsubscribe: an HMAC-SHA256 (RFC 2104, FIPS 180-4) over the recipient's key, so that a token tells no address,
/// not even to who guesses it, and nobody can make another's.</summary>
/// <param name="secret">The secret, at least 32 bytes.</param>
public sealed class UnsubscribeTokens(byte[] secret)
{
    // Divides these tokens from whatever else the secret may once sign.
    private const string Purpose = "unsubscribe\n";

    /// <summary>The length of a token: 32 bytes in base64url (RFC 4648, 5) without padding.</summary>
    public const int Length = 43;

    /// <summary>The token of a recipient.</summary>
    /// <param name="key">The recipient's key.</param>
    public string Of(string key) => Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(Purpose + key)));

    /// <summary>Whether a token is that of the recipient with this key. Takes as long for any token of the right length.</summary>
    public bool IsOf(string token, string key)
    {
        ArgumentNullException.ThrowIfNull(token);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.ASCII.GetBytes(Of(key)));
    }
}
