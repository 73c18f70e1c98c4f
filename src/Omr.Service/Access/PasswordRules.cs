namespace Omr.Service.Access;

/// <summary>
/// Which passwords people may choose: long ones, since length is what guessing is up against; no rule asks for signs or
/// capitals (OWASP ASVS 5.0, 6.2). Beyond that only what length can't help is refused: the account's own name and a few
/// letters over and over. Lists of common passwords hold next to none of that length.
/// </summary>
internal static class PasswordRules
{
    private const int Shortest = 15;
    private const int Longest = 128;
    private const int LeastDifferent = 7;
    private static readonly string[] Known = ["password", "katasandi", "kata sandi", "kemenag", "rahasia", "qwerty", "asdf", "1234", "4321"];

    /// <summary>What is wrong with a new password; null if nothing is.</summary>
    /// <param name="password">The password.</param>
    /// <param name="account">Name of the account; what is left without it must be long enough.</param>
    public static Wording? Judge(string password, string account)
    {
        if (password.Length is < Shortest or > Longest)
        {
            return new(
                $"Kata sandi harus {Shortest} sampai {Longest} huruf; beberapa kata yang tidak berhubungan mudah diingat.",
                $"A password has {Shortest} to {Longest} characters; some words that have nothing to do with each other are easy to remember.");
        }

        var own = Known.Prepend(account).Aggregate(password, (left, known) => left.Replace(known, "", StringComparison.OrdinalIgnoreCase));
        return own.Distinct().Count() < LeastDifferent
            ? new(
                "Kata sandi itu mudah ditebak; pilih beberapa kata yang tidak berhubungan.",
                "That password is easy to guess; choose some words that have nothing to do with each other.")
            : null;
    }
}
