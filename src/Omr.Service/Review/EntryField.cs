namespace Omr.Service.Review;

/// <summary>A field that is keyed in, by the name that corrections have for it.</summary>
/// <param name="Isian"><c>identity</c>, <c>kd_mapel</c>, <c>paket</c> or <c>jawaban</c>.</param>
/// <param name="Butir">The item of <c>jawaban</c>, from 1; else 0.</param>
public sealed record EntryField(string Isian, int Butir)
{
    /// <summary>What people call it.</summary>
    public Wording Name => Isian switch
    {
        CorrectionField.Answers => new($"butir {Butir}", $"item {Butir}"),
        CorrectionField.Identity => new("nomor peserta", "participant number"),
        CorrectionField.Subject => new("kode mapel", "subject code"),
        _ => new("paket", "package"),
    };

    /// <summary>Everything that is keyed in of a sheet with so many items.</summary>
    internal static IEnumerable<EntryField> All(int items) =>
    [
        new(CorrectionField.Identity, 0), new(CorrectionField.Subject, 0), new(CorrectionField.Package, 0),
        .. Enumerable.Range(1, items).Select(i => new EntryField(CorrectionField.Answers, i)),
    ];
}
