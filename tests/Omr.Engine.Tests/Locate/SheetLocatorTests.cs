using Omr.Engine.Imaging;
using Omr.Engine.Locate;
using Omr.Engine.Template;

namespace Omr.Engine.Tests.Locate;

public class SheetLocatorTests
{
    private const double Scale = 200 / 25.4;

    // The near windows end about 10 mm off a mark's place; a mark that lies across their edge, cut off by it, was once
    // taken for a whole one and moved the map by a pixel.
    [Fact]
    public void A_sheet_that_is_shifted_by_whole_pixels_is_found_moved_by_just_so_many()
    {
        var template = TemplateFile.Parse(Repository.Read("fixtures/open-mcr-75q/template.json"), out _)!;
        var layout = new FormLayout(template);
        var locator = new SheetLocator();
        var page = new GrayImage();
        Draw(page, template, 0, 0);
        var home = locator.Locate(page, layout).Sheet!.Map.Map(100, 140);
        for (var shift = -110; shift <= 110; shift += 5)
        {
            foreach (var (dx, dy) in new[] { (shift, 0), (0, shift), (shift, -shift) })
            {
                Draw(page, template, dx, dy);
                var sheet = locator.Locate(page, layout).Sheet;
                Assert.NotNull(sheet);
                Assert.Equal(4, sheet.MarksFound);
                var middle = sheet.Map.Map(100, 140);
                Assert.Equal(home.X + dx, middle.X, 0.01);
                Assert.Equal(home.Y + dy, middle.Y, 0.01);
            }
        }
    }

    // An L and three squares, and a dark picture in the middle so that the page has print enough to tell black by.
    private static void Draw(GrayImage page, FormTemplate template, int dx, int dy)
    {
        page.Resize((int)(template.Paper.Width * Scale), (int)(template.Paper.Height * Scale));
        page.Pixels.AsSpan().Fill(240);
        foreach (var mark in template.Marks)
        {
            Fill(page, mark.Box, dx, dy, 20);
            if (mark.Shape == MarkShape.L)
                Fill(page, new(mark.Box.X + mark.Thickness, mark.Box.Y + mark.Thickness, mark.Box.Width, mark.Box.Height), dx, dy, 240);
        }

        Fill(page, new(80, 120, 60, 40), dx, dy, 20);
    }

    private static void Fill(GrayImage page, PaperArea area, int dx, int dy, byte tone)
    {
        for (var y = (int)(area.Y * Scale) + dy; y < (int)(area.Bottom * Scale) + dy; y++)
            page.Row(y)[((int)(area.X * Scale) + dx)..((int)(area.Right * Scale) + dx)].Fill(tone);
    }
}
