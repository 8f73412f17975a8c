using TradeDigest.Analysis.Model;

namespace TradeDigest.Tests.Analysis.Model;

public class ModelSchemaTests
{
    [Fact]
    public void The_schema_keeps_to_what_structured_outputs_allow() => Assert.Empty(ChatContract.OfSchema(ModelSchema.Create()));

    [Fact]
    public void The_schema_names_every_kind_and_every_slot()
    {
        string schema = ModelSchema.Create().ToJsonString();

        Assert.All(ModelSchema.Kinds(), k => Assert.Contains($"\"{k.Name}\"", schema, StringComparison.Ordinal));
        Assert.All(["fromPercent", "durationDays", "struck-down", "atLeast", "counterparty"], s => Assert.Contains($"\"{s}\"", schema, StringComparison.Ordinal));
        Assert.DoesNotContain("\"statement\"", schema, StringComparison.Ordinal);
    }
}
