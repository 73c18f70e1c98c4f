using System.ComponentModel.DataAnnotations;

namespace Omr.Service.Hosting;

/// <summary>
/// What can be set: in <c>omr.json</c> in the data folder, section <c>Omr</c>, or by environment variables
/// (<c>OMR_Omr__Jobs=4</c>). Checked at the start; what is wrong is named.
/// </summary>
internal sealed class ServiceOptions
{
    public const string Section = "Omr";

    /// <summary>Forms that are read: built-in ones by name, others by their file; empty for all built-in ones.</summary>
    public string[] Forms { get; init; } = [];

    /// <summary>Further drop folders, besides the data folder's own <c>drop/</c>; that one too, if it has an operator.</summary>
    public DropOption[] Drops { get; init; } = [];

    /// <summary>Files read at the same time.</summary>
    [Range(1, 256)]
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Seconds from one look into the drop folders to the next.</summary>
    [Range(0.05, 60)]
    public double PollSeconds { get; init; } = 1;

    /// <summary>Seconds for which a file must not have changed.</summary>
    [Range(0.05, 600)]
    public double RestSeconds { get; init; } = 2;

    /// <summary>Seconds for which a file that has no proper end must not have changed before it is taken as it is.</summary>
    [Range(0.1, 3600)]
    public double PatienceSeconds { get; init; } = 60;

    /// <summary>What pedagogy weighs in the score; professional competence weighs the rest.</summary>
    [Range(0, 1)]
    public decimal PedagogyWeight { get; init; } = 0.30m;

    /// <summary>Requests a second that one caller may make; more are told to wait.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; init; } = 500;

    /// <summary>
    /// Tries to sign in, and changes of a password, a minute from one address: a whole office may sit behind it. Guessing is
    /// stopped by the account's own lock after five wrong ones.
    /// </summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; init; } = 60;

    /// <summary>Addresses of reverse proxies that say for whom they ask (X-Forwarded-For, X-Forwarded-Proto).</summary>
    public string[] TrustedProxies { get; init; } = [];

    /// <summary>Minutes after which a session ends in which nobody did anything.</summary>
    [Range(1, 1440)]
    public double SessionIdleMinutes { get; init; } = 30;

    /// <summary>Hours after which a session ends in any case.</summary>
    [Range(0.1, 72)]
    public double SessionHours { get; init; } = 12;

    /// <summary>Free space of the data folder, in MB, below which the service says that it isn't well.</summary>
    [Range(1, 1_000_000)]
    public int LeastFreeMegabytes { get; init; } = 1024;

    /// <summary>Seconds from one look to the next whether all is well.</summary>
    [Range(0.05, 20)]
    public double WatchSeconds { get; init; } = 5;

    /// <summary>Seconds after which a sheet that still waits for being read is a sign that something is wrong.</summary>
    [Range(1, 86_400)]
    public int LongestWaitSeconds { get; init; } = 300;
}
