namespace Omr.Engine;

/// <summary>What came of one page: a <see cref="SheetReading"/> or a <see cref="Refusal"/>.</summary>
/// <param name="Page">Page number within the file, from 1.</param>
public abstract record ReadOutcome(int Page);
