using System.Globalization;
using Omr.Service.Runs;
using Omr.Service.Scoring;

namespace Omr.Service.Web.Results;

/// <summary>A participant's score card.</summary>
/// <param name="Line">The result.</param>
/// <param name="Run">The run that it is of.</param>
/// <param name="Sheets">Numbers of the sheets that bear the participant's number now; none for those who may not see sheets.</param>
public sealed record CardModel(ResultLine Line, RunView Run, IReadOnlyList<long> Sheets)
{
    /// <summary>Whether there are figures to show.</summary>
    public bool IsScored => Line.Status is ScoreStatus.DN or ScoreStatus.LK;

    /// <summary>The weights of pedagogy and professional competence.</summary>
    public (decimal Pedagogy, decimal Professional) Weights
    {
        get
        {
            var parts = Run.Bobot.Split('/');
            return (decimal.Parse(parts[0], CultureInfo.InvariantCulture), decimal.Parse(parts[1], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The version of the subject's key; empty if it wasn't sealed.</summary>
    public string KeyVersion =>
        Run.VersiKunci.Split(' ').Select(v => v.Split(':')).Where(v => v[0] == Line.Score.KdMapel).Select(v => v[^1]).FirstOrDefault() ?? "";
}
