namespace Omr.Engine.Tests.Template;

/// <summary>Each wrong template is the documented example with one thing changed.</summary>
public sealed class TemplateFaultTests
{
    [Theory]
    [InlineData("", "$")]
    [InlineData("{", "$")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("{} // nothing", "$")]
    public void What_is_no_object_of_strict_JSON_is_refused(string json, string path) =>
        Assert.Equal(path, Examples.Refused(json).Path);

    [Fact]
    public void A_trailing_comma_is_refused_with_its_line() =>
        Assert.Contains(
            "line 12",
            Examples.Refused(Examples.Changed("\"height\": 6 } }\n  ],", "\"height\": 6 } },\n  ],")).Problem,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 1, \"versi\": 2", "$.versi", "not a known key")]
    [InlineData("\"itemPitch\": 7", "\"itempitch\": 7", "$.fields[1].itempitch", "itemPitch")]
    [InlineData("\"version\": 1", "\"version\": 1, \"version\": 2", "$.version", "twice")]
    [InlineData("\"itemPitch\": 7,", "", "$.fields[1].itemPitch", "is missing; expected a number")]
    [InlineData("\"paper\": { \"width\": 148, \"height\": 210 },", "", "$.paper", "is missing")]
    [InlineData("\"width\": 148,", "", "$.paper.width", "is missing")]
    [InlineData("\"itemPitch\": 7", "\"itemPitch\": \"7\"", "$.fields[1].itemPitch", "is \"7\"; expected a number from 1 to 300")]
    [InlineData("\"itemPitch\": 7", "\"itemPitch\": 1e999", "$.fields[1].itemPitch", "expected a number")]
    [InlineData("\"itemPitch\": 7", "\"itemPitch\": null", "$.fields[1].itemPitch", "is null")]
    [InlineData("\"version\": 1", "\"version\": 1.5", "$.version", "is 1.5; expected a whole number")]
    [InlineData("\"version\": 1", "\"version\": 0", "$.version", "expected a whole number from 1")]
    [InlineData("\"ulangan-10\"", "\"Ulangan 10\"", "$.id", "expected text")]
    [InlineData("\"ulangan-10\"", "\"ulangan-10\\n\"", "$.id", "expected text")]
    [InlineData("\"title\": \"Ulangan harian, 10 soal\"", "\"title\": \"\"", "$.title", "is \"\"")]
    [InlineData("\"shape\": \"ring\"", "\"shape\": \"star\"", "$.marks[0].shape", "expected one of square, disc, ring, bar, L, crosshair")]
    [InlineData("\"shape\": \"ring\"", "\"shape\": 2", "$.marks[0].shape", "is 2")]
    [InlineData("\"items\": 2,", "\"items\": 0,", "$.fields[0].blocks[0].items", "is 0")]
    [InlineData("[\"A\", \"B\", \"C\", \"D\"]", "[]", "$.fields[1].values", "is a list of 0")]
    [InlineData("[\"A\", \"B\", \"C\", \"D\"]", "[\"A|B\", \"C\"]", "$.fields[1].values[0]", "A|B")]
    [InlineData("[\"A\", \"B\", \"C\", \"D\"]", "\"ABCD\"", "$.fields[1].values", "expected a list")]
    public void A_fault_of_structure_is_named_with_its_path(string from, string to, string path, string problem) =>
        AssertFault(Examples.Changed(from, to), path, problem);

    [Theory]
    [InlineData("[\"A\", \"B\", \"C\", \"D\"]", "[\"A\", \"B\", \"A\", \"D\"]", "$.fields[1].values[2]", "\"A\" stands twice")]
    [InlineData("\"8\", \"9\"]", "\"8\", \"90\"]", "$.fields[0].values[9]", "expected one digit")]
    [InlineData("\"name\": \"jawaban\"", "\"name\": \"kelas\"", "$.fields[1].name", "\"kelas\" names a second field")]
    [InlineData("\"name\": \"jawaban\"", "\"name\": \"identity\"", "$.fields[1].name", "expected another")]
    [InlineData("\"firstItem\": 6", "\"firstItem\": 7", "$.fields[1].blocks[1].firstItem", "leaves a gap; expected 6")]
    [InlineData("\"firstItem\": 6", "\"firstItem\": 5", "$.fields[1].blocks[1].firstItem", "overlaps the items before it; expected 6")]
    [InlineData("\"valuePitch\": 6", "\"valuePitch\": 3.9", "$.fields[1].valuePitch", "the bubbles of jawaban overlap; expected at least 4")]
    [InlineData("\"itemPitch\": 7", "\"itemPitch\": 2.9", "$.fields[1].itemPitch", "the items of jawaban overlap; expected at least 3")]
    [InlineData("\"x\": 80, \"y\": 110", "\"x\": 32, \"y\": 110", "$.fields[1].blocks[1]", "jawaban item 6 value A over jawaban item 1 value A")]
    [InlineData("\"x\": 30, \"y\": 110", "\"x\": 30, \"y\": 84", "$.fields[1].blocks[0]", "jawaban item 1 value A over kelas item 1 value 9")]
    [InlineData("\"x\": 80, \"y\": 110", "\"x\": 129, \"y\": 110", "$.fields[1].blocks[1]", "jawaban item 6 value D off the paper")]
    [InlineData("\"x\": 80, \"y\": 110", "\"x\": 116, \"y\": 170", "$.fields[1].blocks[1]", "over mark kanan-bawah ($.marks[2].box)")]
    [InlineData("{ \"x\": 134, \"y\": 196", "{ \"x\": 143, \"y\": 196", "$.marks[2].box", "mark kanan-bawah off the paper")]
    [InlineData("{ \"x\": 134, \"y\": 196", "{ \"x\": 13, \"y\": 196", "$.marks[3].box", "mark kiri-bawah over mark kanan-bawah")]
    [InlineData("\"name\": \"kiri-bawah\"", "\"name\": \"kiri-atas\"", "$.marks[3].name", "names a second mark")]
    [InlineData(", \"thickness\": 1.5", "", "$.marks[0].thickness", "expected the stroke of a ring, more than 0 and less than 3")]
    [InlineData("\"thickness\": 1.5", "\"thickness\": 3", "$.marks[0].thickness", "less than 3")]
    [InlineData("\"shape\": \"ring\"", "\"shape\": \"disc\"", "$.marks[0].thickness", "solid mark")]
    [InlineData("\"thickness\": 1.5", "\"thickness\": 1.5, \"turn\": \"topRight\"", "$.marks[0].turn", "isn't an L")]
    [InlineData("\"fields\": [", "\"timing\": { \"x\": 4, \"width\": 3, \"height\": 2, \"rows\": [40, 45, 47.4] }, \"fields\": [", "$.timing.rows[2]", "is 47.4; expected at least 47.5")]
    [InlineData("\"fields\": [", "\"timing\": { \"x\": 4, \"width\": 3, \"height\": 2, \"rows\": [40, 35] }, \"fields\": [", "$.timing.rows[1]", "is 35")]
    [InlineData("\"fields\": [", "\"timing\": { \"x\": 1, \"width\": 3, \"height\": 2, \"rows\": [40, 45] }, \"fields\": [", "$.timing.rows[0]", "off the paper")]
    [InlineData("\"fields\": [", "\"timing\": { \"x\": 30, \"width\": 3, \"height\": 2, \"rows\": [40, 45] }, \"fields\": [", "$.fields[0].blocks[0]", "over timing mark 1")]
    public void A_fault_of_sense_is_named_with_its_path(string from, string to, string path, string problem) =>
        AssertFault(Examples.Changed(from, to), path, problem);

    [Theory]
    [InlineData("identity", "nomor", "$.codes[0].field", "\"nomor\" is no field of this form")]
    [InlineData("identity", "jawaban", "$.codes[0].field", "not of kind digit")]
    [InlineData("form", "kelas", "$.codes[0].field", "expected none")]
    public void A_code_that_speaks_for_no_digit_field_is_refused(string role, string field, string path, string problem) =>
        AssertFault(WithCodes($$"""{ "symbology": "code128", "role": "{{role}}", "area": {{Area(60, 10)}}, "field": "{{field}}" }"""), path, problem);

    [Theory]
    [InlineData(100, 10, "$.codes[0].area", "code 1 off the paper")]
    [InlineData(12, 10, "$.codes[0].area", "code 1 over mark kiri-atas")]
    [InlineData(12, 38, "$.fields[0].blocks[0]", "kelas item 1 value 0 over code 1")]
    public void A_code_keeps_its_own_place_on_the_paper(double x, double y, string path, string problem) =>
        AssertFault(WithCodes($$"""{ "symbology": "code128", "role": "identity", "area": {{Area(x, y)}} }"""), path, problem);

    [Fact]
    public void Two_codes_of_one_role_are_refused() =>
        AssertFault(
            WithCodes($$"""
                { "symbology": "qr", "role": "form", "area": {{Area(60, 10)}} }, { "symbology": "code128", "role": "form", "area": {{Area(60, 25)}} }
                """),
            "$.codes[1].role",
            "second form code");

    [Fact]
    public void Marks_on_one_line_are_refused()
    {
        var json = Examples.Changed("{ \"x\": 134, \"y\": 196", "{ \"x\": 8, \"y\": 100")
            .Replace("{ \"x\": 134, \"y\": 8", "{ \"x\": 20, \"y\": 60", StringComparison.Ordinal);

        AssertFault(json, "$.marks", "of one line; expected one of them at least 25 mm off it");
    }

    [Fact]
    public void Fewer_than_three_marks_are_refused()
    {
        var json = Examples.Documented().Split('\n')
            .Where(line => !line.Contains("bawah", StringComparison.Ordinal));

        Assert.Equal("$.marks", Examples.Refused(string.Join('\n', json).Replace("} },\n  ]", "} }\n  ]", StringComparison.Ordinal)).Path);
    }

    [Fact]
    public void A_form_with_more_bubbles_than_any_paper_holds_is_refused_at_once()
    {
        var json = Examples.Changed("\"items\": 2,", "\"items\": 1000,")
            .Replace("\"firstItem\": 6, \"items\": 5", "\"firstItem\": 6, \"items\": 995", StringComparison.Ordinal)
            .Replace("[\"A\", \"B\", \"C\", \"D\"]", $"[{string.Join(",", Enumerable.Range(0, 64).Select(i => $"\"{i}\""))}]", StringComparison.Ordinal);

        AssertFault(json, "$.fields", "expected at most 20000");
    }

    [Fact]
    public void A_foreign_key_cannot_break_the_one_line_of_its_fault() =>
        Assert.StartsWith(
            "$.", Examples.Refused(Examples.Changed("\"version\": 1", "\"version\": 1, \"a\\nb\": 2")).Path, StringComparison.Ordinal);

    private static string WithCodes(string codes) =>
        Examples.Changed("\"fields\": [", $"\"codes\": [{codes}], \"fields\": [");

    private static string Area(double x, double y) =>
        FormattableString.Invariant($$"""{ "x": {{x}}, "y": {{y}}, "width": 60, "height": 10 }""");

    private static void AssertFault(string json, string path, string problem)
    {
        var fault = Examples.Refused(json);
        Assert.Equal(path, fault.Path);
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
    }
}
