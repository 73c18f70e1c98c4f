using System.Globalization;
using Omr.Service.Storage;

namespace Omr.Service.Hosting;

/// <summary>
/// Holds the clock on the wall against the one that only counts: where they part by minutes from one look to the next,
/// somebody set it (or the computer slept). Nothing that is waited for hangs on the wall's clock, and order is by row
/// number; but the times that are written down do.
/// </summary>
internal sealed class ClockWatch(TimeProvider time)
{
    // More than time servers correct without a word.
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(2);

    // Long enough to be seen by somebody; a jump isn't over when it is noticed.
    private static readonly TimeSpan Told = TimeSpan.FromHours(1);

    private readonly Lock _turn = new();
    private DateTime _wall = time.GetUtcNow().UtcDateTime;
    private long _mark = time.GetTimestamp();
    private ClockJump? _jump;
    private long _noticed;

    /// <summary>The last jump, for an hour.</summary>
    public ClockJump? Jump
    {
        get
        {
            lock (_turn)
                return _jump is not null && time.GetElapsedTime(_noticed) < Told ? _jump : null;
        }
    }

    /// <summary>Looks; the jump since the last look, or null.</summary>
    public ClockJump? Look()
    {
        lock (_turn)
        {
            var (now, mark) = (time.GetUtcNow().UtcDateTime, time.GetTimestamp());
            var expected = _wall + time.GetElapsedTime(_mark, mark);
            (_wall, _mark) = (now, mark);
            if ((now - expected).Duration() < Least)
                return null;
            (_jump, _noticed) = (new(expected, now), mark);
            return _jump;
        }
    }

    /// <summary>What is to be said of the clock.</summary>
    /// <param name="newest">When the last thing was written down, by row number; null if nothing was.</param>
    public IEnumerable<Wording> Problems(DateTime? newest)
    {
        if (Jump is { } jump)
        {
            var (from, to) = (Text(jump.From), Text(jump.To));
            yield return new(
                $"Jam komputer melompat dari {from} ke {to} UTC; periksa jam (timedatectl). Tidak ada yang hilang, tetapi waktu yang dicatat ikut melompat.",
                $"The computer's clock jumped from {from} to {to} UTC; check it (timedatectl). Nothing is lost, but the times that are written down jump with it.");
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (newest is { } last && last - now >= Least)
        {
            var (then, shown) = (Text(last), Text(now));
            yield return new(
                $"Jam komputer menunjukkan {shown} UTC, padahal catatan terakhir dari {then} UTC: jam mundur, atau tadinya terlalu maju; periksa jam (timedatectl).",
                $"The computer's clock shows {shown} UTC, but what was written down last is from {then} UTC: it was set back, or was ahead before; check it (timedatectl).");
        }
    }

    /// <summary>When the last arrival or act was written down, by row number.</summary>
    public static DateTime? Newest(OmrDatabase db)
    {
        var (arrival, act) = (
            db.Arrivals.OrderByDescending(a => a.Id).Select(a => (DateTime?)a.At).FirstOrDefault(),
            db.Audit.OrderByDescending(a => a.Id).Select(a => (DateTime?)a.At).FirstOrDefault());
        return arrival > act || act is null ? arrival : act;
    }

    private static string Text(DateTime at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
