using Omr.Service.Access;

namespace Omr.Service.Tests.Access;

public class PasswordRulesTests
{
    [Theory]
    [InlineData("empat belas huu")]
    [InlineData("kursi hujan pisau melon")]
    public void Some_words_that_have_nothing_to_do_with_each_other_do(string password) =>
        Assert.Null(PasswordRules.Judge(password, "siti"));

    [Theory]
    [InlineData("pendek sekali")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("passwordpassword1234")]
    [InlineData("siti.aminah.siti.aminah")]
    [InlineData("abcabcabcabcabcabcabc")]
    public void Short_repeated_and_personal_ones_do_not(string password) =>
        Assert.NotNull(PasswordRules.Judge(password, "siti.aminah"));

    [Theory]
    [InlineData("iloveyouiloveyou123")] // two of the most used
    [InlineData("dragonMonkeyqwerty!")]
    [InlineData("1qaz2wsx3edc4rfv")] // one of the most used that are long enough
    [InlineData("q1w2e3r4t5y6u7i8o9p0")]
    public void What_is_made_of_the_passwords_that_are_used_the_most_does_not(string password) =>
        Assert.NotNull(PasswordRules.Judge(password, "siti"));

    [Theory]
    [InlineData("KemenagJatim2026!")]
    [InlineData("kanwil-operator-01")]
    [InlineData("admin omr madrasah")]
    public void Nor_what_is_made_of_the_words_of_this_place(string password) =>
        Assert.NotNull(PasswordRules.Judge(password, "siti"));

    [Fact]
    public void A_password_may_have_a_hundred_and_twenty_eight_characters_and_no_more()
    {
        var words = string.Concat(Enumerable.Repeat("kuda lari di atas ", 8))[..128];
        Assert.Null(PasswordRules.Judge(words, "siti"));
        Assert.NotNull(PasswordRules.Judge(words + "a", "siti"));
    }
}
