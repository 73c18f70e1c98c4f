using System.Globalization;
using Omr.Service.Audit;
using Omr.Service.Hosting;

namespace Omr.Service.Web.Administering;

/// <summary>How the service is set: by <c>omr.json</c> at its start, so that nobody changes an exam's rules by a click.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Root">The data folder.</param>
/// <param name="Rows">Each setting: what it is, its name in the file, its value.</param>
public sealed record SettingsModel(string Version, string Root, IReadOnlyList<(Wording What, string Name, string Value)> Rows)
{
    internal static SettingsModel Of(ServiceOptions o, AuditOptions audit, FormChoice forms, DataFolder data) => new(
        ProgramVersion.Text, data.Root,
        [
            (new("Formulir yang dibaca", "Forms that are read"), "Forms", string.Join(", ", forms.Forms.Select(f => f.Id))),
            (new("Bobot pedagogik; profesional sisanya", "Weight of pedagogy; professional has the rest"), "PedagogyWeight", o.PedagogyWeight.ToString(CultureInfo.InvariantCulture)),
            (new("Berkas dibaca bersamaan", "Files read at the same time"), "Jobs", Text(o.Jobs)),
            (new("Detik antara dua lihat ke folder pindai", "Seconds between looks into the drop folders"), "PollSeconds", Text(o.PollSeconds)),
            (new("Detik sebuah berkas harus diam", "Seconds for which a file must rest"), "RestSeconds", Text(o.RestSeconds)),
            (new("Detik menunggu berkas tanpa akhir yang benar", "Seconds of patience with a file without a proper end"), "PatienceSeconds", Text(o.PatienceSeconds)),
            (new("Menit sampai layar terkunci", "Minutes until a screen locks"), "SessionIdleMinutes", Text(o.SessionIdleMinutes)),
            (new("Jam sampai harus masuk lagi", "Hours until one must sign in again"), "SessionHours", Text(o.SessionHours)),
            (new("MB bebas yang paling sedikit", "Least free MB"), "LeastFreeMegabytes", Text(o.LeastFreeMegabytes)),
            (new("Permintaan per detik tiap akun", "Requests a second of an account"), "RequestsPerSecond", Text(o.RequestsPerSecond)),
            (new("Proxy yang dipercaya", "Trusted proxies"), "TrustedProxies", o.TrustedProxies.Length == 0 ? "–" : string.Join(", ", o.TrustedProxies)),
            (new("Folder kedua untuk kepala log bertanda tangan", "Second folder of signed log heads"), "Audit:Heads", audit.Heads.Length == 0 ? "–" : audit.Heads),
        ]);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
