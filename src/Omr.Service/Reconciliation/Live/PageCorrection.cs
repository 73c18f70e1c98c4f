namespace Omr.Service.Reconciliation.Live;

/// <summary>A correction of a page that two people made: one proposed it, another confirmed it.</summary>
/// <param name="Field">
/// <c>identity</c> (the number), <c>kd_mapel</c>, <c>paket</c>, <c>tgl_lahir</c>, <c>jawaban</c>, or <c>page</c>.
/// </param>
/// <param name="Item">Item of <c>jawaban</c>, from 1; 0 for a whole field.</param>
/// <param name="Value">
/// What holds: a code; an answer as <see cref="Storage.AnswerText"/> writes one; for a page
/// <c>tidak-terpakai</c>, <c>abaikan</c> or <c>pindai-ulang</c>.
/// </param>
internal sealed record PageCorrection(string Field, int Item, string Value);
