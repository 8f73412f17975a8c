using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TradeDigest.Language;

namespace TradeDigest.Measure;

/// <summary>One line of output.</summary>
internal static class JsonLine
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an object on a line.</summary>
    public static void Write(JsonObject line) => Console.Out.WriteLine(line.ToJsonString(Plain));

    /// <summary>An object that begins with a span of a text: <c>file</c>, <c>start</c>, <c>end</c>, <c>text</c>.</summary>
    public static JsonObject Of(string file, AnnotatedText text, TextSpan span) =>
        new() { ["file"] = file, ["start"] = span.Start, ["end"] = span.End, ["text"] = text.Words(span) };
}
