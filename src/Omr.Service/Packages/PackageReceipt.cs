using System.Text;

namespace Omr.Service.Packages;

/// <summary>The receipt (tanda bukti) that lies in a package: for people, to be printed and signed.</summary>
internal static class PackageReceipt
{
    /// <summary>The text; Indonesian, as all receipts are.</summary>
    public static byte[] Write(PackageManifest manifest, string scoresHash)
    {
        var (release, run, head) = (manifest.Rilis, manifest.Skoring, manifest.Kepala);
        var statuses = string.Join(", ", manifest.Status.Select(s => FormattableString.Invariant($"{s.Key} {s.Value}")));
        var text = FormattableString.Invariant(
            $"""
            TANDA BUKTI PENYERAHAN HASIL
            Uji Kompetensi Guru (UKG) luring

            Nomor            : TB-NILAI/{release.Kab}/{release.Id:D4}
            Kab/kota         : {release.Kab}
            Rilis            : {release.Id}, disahkan oleh {OneLine(release.Pengesah)}
            Waktu rilis      : {release.Waktu:yyyy-MM-dd HH:mm:ss} UTC
            Catatan          : {OneLine(release.Catatan)}
            Skoring          : {run.Id}, dijalankan oleh {OneLine(run.Oleh)}
            Versi kunci      : {run.VersiKunci}
            Bobot            : {run.Bobot}
            Peserta          : {manifest.Peserta} ({statuses})
            Sidik nilai.csv  : {scoresHash}
            Sidik skoring    : {run.Sidik}
            Kepala log audit : {head.Size} entri, {head.Root}
            Kunci penanda    : {head.Key}

            Periksa paket ini dengan: omr package verify BERKAS.zip --public-key KUNCI.pem

            Yang menyerahkan                         Yang menerima


            (.............................)          (.............................)

            """);
        return Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
    }

    // What somebody typed must not make lines of its own on a receipt.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
