using System.Text;

namespace Omr.Benchmarks.Hosted;

/// <summary>A made-up key of 100 items, 30 of them pedagogy, another one for each package.</summary>
internal static class ExamKey
{
    public const int Items = 100;
    public const int Pedagogy = 30;
    private const string Options = "ABCDE";

    /// <summary>The right option.</summary>
    public static string Right(string package, int item) => Options[((item * 3) + package[^1]) % Options.Length].ToString();

    /// <summary>The key as its custodians enter it.</summary>
    public static byte[] File(string subject, IEnumerable<string> packages)
    {
        var text = new StringBuilder("kd_mapel,paket,butir,kunci,ranah,kebijakan\n");
        foreach (var package in packages)
        {
            for (var item = 1; item <= Items; item++)
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{subject},{package},{item},{Right(package, item)},{(item <= Pedagogy ? "P" : "F")},NORMAL\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
