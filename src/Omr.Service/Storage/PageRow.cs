namespace Omr.Service.Storage;

/// <summary>
/// What the engine made of a page, insert-only (the database itself refuses to change or remove a row). What scoring
/// and reconciliation need stands in columns, so that a province is loaded without opening a single reading.
/// </summary>
internal sealed class PageRow
{
    public long Id { get; init; }

    public required long FileId { get; init; }

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Version of the program that read it.</summary>
    public required string Engine { get; init; }

    /// <summary>Reason of a refusal; empty on a sheet.</summary>
    public string Refused { get; init; } = "";

    /// <summary>Evidence of a refusal.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>Form, version and serial of the paper, <c>ljk-ukg-100/1/00000042</c>; empty without serial.</summary>
    public string Paper { get; init; } = "";

    /// <summary>Form and version, <c>ljk-ukg-100/1</c>; empty on a refusal.</summary>
    public string Form { get; init; } = "";

    /// <summary>Hash of the ink scores, hexadecimal: the same picture gives the same.</summary>
    public string Picture { get; init; } = "";

    /// <summary><see cref="Reconciliation.NumberState"/> by name; empty on a refusal.</summary>
    public string NumberState { get; init; } = "";

    /// <summary>The number, or what is known of it (<see cref="Reconciliation.SheetNumber"/>).</summary>
    public string Number { get; init; } = "";

    public string Spare { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Package { get; init; } = "";

    public string Birth { get; init; } = "";

    /// <summary>The bubbled name, <c>_</c> a blank place, <c>?</c> an uncertain one.</summary>
    public string Name { get; init; } = "";

    /// <summary>The answers from item 1 (<see cref="AnswerText"/>).</summary>
    public string Answers { get; init; } = "";

    public bool IsUntouched { get; init; }

    public int Turn { get; init; }

    public bool IsBlackAndWhite { get; init; }

    /// <summary>Items that are doubtful, of any field, and the number if it is.</summary>
    public int Doubts { get; init; }

    /// <summary>The whole reading (<see cref="ReadingJson"/>); null on a refusal.</summary>
    public byte[]? Reading { get; init; }
}
