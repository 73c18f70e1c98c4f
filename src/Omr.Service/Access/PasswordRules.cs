namespace Omr.Service.Access;

/// <summary>
/// Which passwords people may choose: long ones, since length is what guessing is up against; no rule asks for signs or
/// capitals (OWASP ASVS 5.0, 6.2). Beyond that only what length can't help is refused: what is mostly made of the account's own
/// name, of words of this place and of the passwords that are used the most, or of a few letters over and over.
/// </summary>
internal static class PasswordRules
{
    private const int Shortest = 15;
    private const int Longest = 128;
    private const int LeastDifferent = 7;

    // Of this place: what it is, whose it is, what people are in it.
    private static readonly string[] OfThisPlace =
    [
        "kementerian", "kankemenag", "kemenag", "kanwil", "madrasah", "agama", "indonesia", "jawa timur", "jatim", "kata sandi", "katasandi", "sandi",
        "rahasia", "verifikator", "pemberkasan", "pengawas", "operator", "auditor", "korkab", "korlok", "ketua", "admin", "ujian", "omr", "ljk", "ukg",
    ];

    // The longest first: "password123" before "password".
    private static readonly string[] Common = [.. Read().OrderByDescending(w => w.Length)];

    /// <summary>What is wrong with a new password; null if nothing is.</summary>
    /// <param name="password">The password.</param>
    /// <param name="account">Name of the account; what is left without it must be enough.</param>
    public static Wording? Judge(string password, string account)
    {
        if (password.Length is < Shortest or > Longest)
        {
            return new(
                $"Kata sandi harus {Shortest} sampai {Longest} huruf; beberapa kata yang tidak berhubungan mudah diingat.",
                $"A password has {Shortest} to {Longest} characters; some words that have nothing to do with each other are easy to remember.");
        }

        var own = Common.Concat(OfThisPlace).Prepend(account)
            .Aggregate(password, (left, known) => left.Replace(known, "", StringComparison.OrdinalIgnoreCase));
        return own.Distinct().Count() < LeastDifferent
            ? new(
                "Kata sandi itu mudah ditebak; pilih beberapa kata yang tidak berhubungan.",
                "That password is easy to guess; choose some words that have nothing to do with each other.")
            : null;
    }

    private static string[] Read()
    {
        using var list = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
