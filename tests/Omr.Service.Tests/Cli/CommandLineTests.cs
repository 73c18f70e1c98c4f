using Omr.Service.Cli;

namespace Omr.Service.Tests.Cli;

public sealed class CommandLineTests
{
    public static TheoryData<string, string, string> WrongArguments => new()
    {
        { "", "perintah belum disebutkan", "no verb given" },
        { "baca", "\"baca\" tidak dikenal", "\"baca\" is unknown" },
        { "template", "perintah belum disebutkan", "no verb given" },
        { "template lst", "\"lst\" tidak dikenal", "\"lst\" is unknown" },
        { "template show", "NAME|FILE belum diberikan", "NAME|FILE is missing" },
        { "template list more", "\"more\" berlebih", "\"more\" is one word too many" },
        { "read scans", "--template FORMULIR belum diberikan", "--template FORM is missing" },
        { "read scans --template --jobs 2", "nilai untuk --template FORMULIR belum diberikan", "--template FORM needs a value" },
        { "read --template ljk-ukg-100", "PATH belum diberikan", "PATH is missing" },
        { "read scans --template ljk-ukg-100 --ot x", "opsi --ot tidak dikenal", "unknown option --ot" },
        { "read scans --template", "nilai untuk --template FORMULIR belum diberikan", "--template FORM needs a value" },
        { "read scans --template ljk-ukg-100 --format xml", "\"xml\" untuk --format tidak dapat dipakai; yang benar: csv|jsonl", "\"xml\" can't be used for --format; it takes csv|jsonl" },
        { "read scans --template ljk-ukg-100 --jobs many", "\"many\" untuk --jobs", "\"many\" can't be used for --jobs; it takes 1..256" },
        { "read scans --template ljk-ukg-100 --jobs 0", "\"0\" untuk --jobs", "\"0\" can't be used for --jobs" },
        { "read scans --template ljk-ukg-100 --out a --out b", "--out hanya boleh satu kali", "--out may be given once" },
        { "read scans --template ljk-ukg-99", "ljk-ukg-99: bukan formulir bawaan", "ljk-ukg-99: neither a built-in form" },
        { "read no/such/scans --template ljk-ukg-100", "no/such/scans: berkas atau folder tidak ada", "no/such/scans: no such file or folder" },
        { "print --template ljk-ukg-100", "--out F.pdf belum diberikan", "--out F.pdf is missing" },
        { "print --template ljk-ukg-100 --out x.pdf", "tidak ada yang dicetak", "nothing to print" },
        { "print --template ljk-ukg-100 --out x.pdf --roster no.csv", "no.csv: ", "no.csv: " },
        { "print --template ljk-ukg-100 --out x.pdf --spares -1", "\"-1\" untuk --spares", "\"-1\" can't be used for --spares" },
        { "simulate --template ljk-ukg-100 --out x --roster no.csv", "no.csv: ", "no.csv: " },
        { "simulate --template ljk-ukg-100 --out x --roster r.csv --dpi 72", "\"72\" untuk --dpi", "it takes 100..600" },
        { "score scans --template ljk-ukg-100", "--roster R.csv belum diberikan", "--roster R.csv is missing" },
        { "acquire --device test:0 --room 05-012-003 --operator budi --data no/such", "budi: akun ini tidak ada", "budi: there is no such account" },
        { "template check no.json", "no.json: berkas tidak ada", "no.json: no such file" },
    };

    [Theory]
    [MemberData(nameof(WrongArguments))]
    public async Task Wrong_arguments_get_one_line_in_the_chosen_language_and_exit_code_2(
        string arguments, string indonesian, string english)
    {
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var inIndonesian = await CliRunner.RunAsync(words);
        var inEnglish = await CliRunner.RunAsync([.. words, "--lang", "en"]);

        Assert.Equal((2, ""), (inIndonesian.Exit, inIndonesian.Out));
        Assert.Equal((2, ""), (inEnglish.Exit, inEnglish.Out));
        Assert.StartsWith("omr: ", inIndonesian.ErrorLine, StringComparison.Ordinal);
        Assert.Contains(indonesian, inIndonesian.ErrorLine, StringComparison.Ordinal);
        Assert.Contains(english, inEnglish.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_is_not_spoken_is_refused()
    {
        var result = await CliRunner.RunAsync("template", "list", "--lang", "fr");

        Assert.Equal(2, result.Exit);
        Assert.Contains("id|en", result.ErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "omr demo")]
    [InlineData("template", "omr template list")]
    [InlineData("template list", "omr template list")]
    [InlineData("template show", "omr template show ljk-ukg-100")]
    [InlineData("template check", "omr template check formulir.json")]
    [InlineData("template bubbles", "omr template bubbles ljk-ukg-100")]
    [InlineData("print", "omr print --template ljk-ukg-100")]
    [InlineData("read", "omr read pindai/ --template ljk-ukg-100")]
    [InlineData("simulate", "omr simulate --template ljk-ukg-100")]
    [InlineData("score", "omr score pindai/ --template ljk-ukg-100")]
    [InlineData("demo", "omr demo")]
    public async Task Every_verb_has_a_help_with_an_example_in_both_languages(string verb, string example)
    {
        var words = verb.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var indonesian = await CliRunner.RunAsync([.. words, "--help"]);
        var english = await CliRunner.RunAsync([.. words, "--lang", "en", "--help"]);

        Assert.Equal((0, ""), (indonesian.Exit, indonesian.Error));
        Assert.Contains($"Contoh:\n  {example}", indonesian.Out, StringComparison.Ordinal);
        Assert.Contains($"Example:\n  {example}", english.Out, StringComparison.Ordinal);
        Assert.Contains("--lang id|en", english.Out, StringComparison.Ordinal);
        Assert.NotEqual(indonesian.Lines[0], english.Lines[0]);
    }

    [Fact]
    public async Task Help_is_given_even_where_the_rest_is_wrong()
    {
        Assert.Equal(0, (await CliRunner.RunAsync("read", "--help")).Exit);
    }

    [Fact]
    public async Task An_unexpected_exception_ends_as_one_line_and_exit_code_2()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal(new BrokenWriter(), error, Language.English, isWatched: false);

        var exit = await CommandLine.RunAsync(["template", "list"], terminal, TestContext.Current.CancellationToken);

        Assert.Equal(2, exit);
        Assert.Equal("omr: unexpected error: the paper is out (for details run again with OMR_DEBUG=1)\n", error.ToString());
    }

    [Theory]
    [InlineData(null, "id")]
    [InlineData("en", "en")]
    [InlineData("en_GB", "en")]
    [InlineData("xx", "id")]
    public void The_environment_chooses_the_language_and_the_option_overrides_it(string? environment, string expected)
    {
        Assert.Equal(expected, Language.Of(["read"], environment).Code);
        Assert.Equal("en", Language.Of(["read", "--lang", "en"], environment).Code);
        Assert.Equal("id", Language.Of(["--lang=id", "read"], environment).Code);
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new InvalidOperationException("the paper\nis out");
    }
}
