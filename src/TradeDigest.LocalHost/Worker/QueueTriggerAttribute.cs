namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function for each message of a queue. The parameter may be a string, a type read from JSON, or a QueueMessage.</summary>
/// <param name="queueName">The queue's name; <c>%Setting%</c> is replaced by the app setting.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    /// <summary>The queue's name as written, before settings are put in.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The app setting that holds the connection string; <c>AzureWebJobsStorage</c> when null.</summary>
    public string? Connection { get; set; }
}
