namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function on a schedule.</summary>
/// <param name="schedule">Six NCRONTAB fields, seconds first, in UTC, or a time span; <c>%Setting%</c> is replaced by the app setting.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>The schedule as written, before settings are put in.</summary>
    public string Schedule { get; private set; } = schedule;

    /// <summary>Whether the schedule is kept in storage, so that a run missed while the host was down is made up. True unless set.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs each time the host starts.</summary>
    public bool RunOnStartup { get; set; }
}
