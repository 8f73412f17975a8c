using System.Globalization;
using System.Text;
using System.Xml;

namespace TradeDigest.Digests;

/// <summary>A feed as a reader subscribes to it.</summary>
public sealed record AtomFeed
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its id: a tag (RFC 4151), which stays when the app moves to another address.</summary>
    public required string Id { get; init; }

    /// <summary>Its own address.</summary>
    public required Uri Self { get; init; }

    /// <summary>The page that shows the same to people.</summary>
    public required Uri Page { get; init; }

    /// <summary>The entries, latest first.</summary>
    public required IReadOnlyList<AtomEntry> Entries { get; init; }

    /// <summary>The feed as XML (Atom 1.0, RFC 4287). Characters that XML cannot hold are left out.</summary>
    public byte[] Write()
    {
        using var written = new MemoryStream();
        using (var xml = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            xml.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
            Element(xml, "id", Id);
            Element(xml, "title", Title);
            Element(xml, "updated", Moment(Entries.Select(e => e.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
            xml.WriteStartElement("author");
            Element(xml, "name", "TradeDigest");
            xml.WriteEndElement();
            Link(xml, "self", Self, "application/atom+xml");
            Link(xml, "alternate", Page, "text/html");
            foreach (var entry in Entries)
            {
                Write(xml, entry);
            }

            xml.WriteEndElement();
        }

        return written.ToArray();
    }

    private static void Write(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("entry");
        Element(xml, "id", entry.Id);
        Element(xml, "title", entry.Title);
        if (entry.Published is { } published)
        {
            Element(xml, "published", Moment(published));
        }

        Element(xml, "updated", Moment(entry.Updated));
        Link(xml, "alternate", entry.Page, "text/html");
        xml.WriteStartElement("category");
        xml.WriteAttributeString("term", entry.Category);
        xml.WriteEndElement();
        Element(xml, "summary", entry.Summary);
        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Sound(entry.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, Uri address, string type)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Sound(text));

    private static string Moment(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The text without what XML 1.0 cannot hold: most control characters and unpaired surrogates.</summary>
    private static string Sound(string text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            {
                sound.Append(rune.ToString());
            }
        }

        return sound.ToString();
    }
}

/// <summary>An entry of a feed.</summary>
public sealed record AtomEntry
{
    /// <summary>A tag (RFC 4151), the same whenever the entry is told again.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What kind of entry it is: <c>digest</c> or <c>story</c>.</summary>
    public required string Category { get; init; }

    /// <summary>When it was first told; null where that is not known to the minute.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it changed last.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Its page.</summary>
    public required Uri Page { get; init; }

    /// <summary>A line about it.</summary>
    public required string Summary { get; init; }

    /// <summary>What it tells, as HTML.</summary>
    public required string Html { get; init; }
}
