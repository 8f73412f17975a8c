namespace TradeDigest.Digests;

/// <summary>Inline styles. Mail clients drop style sheets, so that each element brings its own; the sheet in the head adds dark colours and the narrow layout
/// where a client keeps it.</summary>
internal static class MailStyle
{
    public const string Body = "margin:0;padding:0;background:#ffffff;color:#1b1f24;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5";
    public const string Hidden = "display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;color:#ffffff";
    public const string Page = "max-width:680px;margin:0 auto;text-align:left";
    public const string Cell = "padding:20px 16px 32px";
    public const string Brand = "margin:0 0 2px;font-size:22px;line-height:1.25;color:#0a3d6b";
    public const string Muted = "margin:0 0 4px;font-size:14px;color:#57606a";
    public const string Figures = "margin:6px 0 0;font-size:14px;color:#1b1f24";
    public const string Notice = "margin:16px 0 0;padding:10px 12px;border-left:4px solid #57606a;background:#f3f4f6;color:#1b1f24";
    public const string Section = "margin:24px 0 6px;font-size:13px;line-height:1.3;letter-spacing:.06em;text-transform:uppercase;color:#57606a";
    public const string Story = "margin:30px 0 2px;padding-top:18px;border-top:2px solid #0a3d6b;font-size:20px;line-height:1.3;color:#1b1f24";
    public const string SubSection = "margin:18px 0 4px;font-size:13px;line-height:1.3;letter-spacing:.06em;text-transform:uppercase;color:#57606a;text-align:left;font-weight:bold";
    public const string Text = "margin:8px 0 0";
    public const string Table = "width:100%;border-collapse:collapse;font-size:15px;line-height:1.4";
    public const string Head = "padding:4px 10px 4px 0;border-bottom:1px solid #8c959f;text-align:left;font-size:13px;font-weight:normal;color:#57606a;vertical-align:bottom";
    public const string RowHead = "padding:7px 10px 7px 0;border-bottom:1px solid #d8dee4;text-align:left;font-weight:normal;vertical-align:top;color:#1b1f24";
    public const string Data = "padding:7px 10px 7px 0;border-bottom:1px solid #d8dee4;text-align:left;vertical-align:top;color:#1b1f24";
    public const string Value = Data + ";font-weight:bold";
    public const string Status = Data + ";font-size:14px;color:#57606a";
    public const string StatusNew = Data + ";font-size:14px;color:#0a5c36";
    public const string StatusAlert = Data + ";font-size:14px;color:#9a3412;font-weight:bold";
    public const string Bar = "display:block;max-width:120px;height:5px;margin-top:4px;background:#d8dee4";
    public const string Fill = "display:block;height:5px;background:#1f6fb2";
    public const string Box = "margin:18px 0 0;padding:10px 14px 12px;border:1px solid #d0d7de;border-left:4px solid #57606a;background:#f6f8fa;color:#1b1f24";
    public const string AlertBox = "margin:18px 0 0;padding:10px 14px 12px;border:1px solid #e7b98a;border-left:4px solid #c2410c;background:#fff7ed;color:#1b1f24";
    public const string BoxHead = "margin:0 0 4px;font-size:13px;line-height:1.3;letter-spacing:.06em;text-transform:uppercase;color:#57606a";
    public const string Items = "margin:4px 0 0;padding:0 0 0 20px";
    public const string Item = "margin:0 0 4px";
    public const string Quote = "margin:8px 0 0;padding:0 0 0 12px;border-left:3px solid #d0d7de";
    public const string Link = "color:#0a58a8";
    public const string Foot = "margin:28px 0 0;padding-top:12px;border-top:1px solid #d0d7de;font-size:13px;color:#57606a";

    /// <summary>The sheet of the head.</summary>
    public const string Sheet =
        "@media (max-width:520px){.f,.f tbody,.f tr,.f th,.f td{display:block!important;border:0!important;padding:0!important}"
        + ".f thead{position:absolute;left:-9999px}.f tr{padding:8px 0!important;border-bottom:1px solid #d8dee4!important}}"
        + "@media (prefers-color-scheme:dark){.b{background:#14171b!important;color:#e6e8eb!important}.t{color:#e6e8eb!important}.m{color:#aeb6bf!important}"
        + ".h{color:#9cc8f2!important}.l{color:#8cc4ff!important}.n{color:#7ddba6!important}.w{color:#ffb37a!important}"
        + ".x{background:#1d2228!important;border-color:#4b5560!important;color:#e6e8eb!important}.y{background:#2d2114!important;border-color:#c2610c!important;color:#f2e9df!important}"
        + ".r,.f tr.r{border-color:#3a424b!important}.g{background:#3a424b!important}.k{background:#6db3f2!important}.p{color:#14171b!important}}";
}
