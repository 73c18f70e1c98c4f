using Omr.Engine;

namespace Omr.Service.Scoring;

/// <summary>What was read for one item of the answers.</summary>
/// <param name="Status">What is known.</param>
/// <param name="Value">The option; options joined by <c>|</c> when several are, or may be, marked; empty when blank.</param>
public readonly record struct Answer(ReadStatus Status, string Value)
{
    /// <summary>An item that the sheet doesn't have, or that couldn't be seen: it may be anything.</summary>
    public static Answer Unseen { get; } = new(ReadStatus.Doubtful, "");

    /// <summary>Whether this may turn out to be a single mark in that option.</summary>
    public bool MayBe(string option) => Status switch
    {
        ReadStatus.Ok => Value == option,
        ReadStatus.Doubtful => Value.Length == 0 || Value.Split('|').Contains(option),
        _ => false,
    };
}
