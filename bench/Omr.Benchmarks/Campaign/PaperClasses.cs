using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Simulator;
using Omr.Simulator.Paper;
using Omr.Simulator.Printing;

namespace Omr.Benchmarks.Campaign;

/// <summary>What happens to the paper and its print.</summary>
internal static partial class HardClasses
{
    private static FormTemplate AnyForm => LjkForm.All[0];

    private static IEnumerable<CampaignKind> PaperHarms()
    {
        yield return Class("fold-across", "one fold across, through bubbles", Paper((p, c) => p with { Fold = AnyFold(c, 30, 280) }));
        yield return Class("fold-marks", "one fold across, through a registration mark", Paper((p, c) =>
        {
            var at = (c.Happens(0.5) ? 8 : 283) + c.Between(-1, 7);
            return p with { Fold = new(at, at + c.Between(-3, 3), Shade(c), c.Between(0.05, 0.4)) };
        }));
        yield return Class("fold-down", "one or two creases down the sheet, through bubbles", Sheet((page, paper, c) =>
        {
            for (var n = 1 + c.Below(2); n > 0; n--)
                CreaseDown(page, c.Between(15, 205), c.Between(-3, 3), Shade(c), paper.Tone * 255);
        }));
        yield return Class("crumple", "8 to 20 creases in all directions", Sheet((page, paper, c) =>
        {
            for (var n = 8 + c.Below(13); n > 0; n--)
                Crumple(page, c);
        }));
        yield return Class("corner-torn", "one corner torn off with its mark", Paper((p, c) => p with { Torn = Corner(c), DogEar = null }));
        yield return Class("corner-folded", "one corner folded over its mark", Paper((p, c) => p with { DogEar = Corner(c), Torn = null }));
        yield return Class("corner-covered", "one mark covered in white, grey or black, in part or whole", Sheet((page, paper, c) =>
        {
            var box = Corner(c).Box;
            var (dx, dy) = (c.Between(-4, 2), c.Between(-4, 2));
            page.Cover(new(box.X + dx, box.Y + dy, c.Between(4, 12), c.Between(4, 12)), 255 * c.Between(0, paper.Tone));
        }));
        yield return Class("corner-punched", "a hole of 6 mm through or beside one mark", Sheet((page, paper, c) =>
        {
            var centre = Corner(c).Box.Centre;
            page.Spot(new(centre.X + c.Between(-4, 4), centre.Y + c.Between(-4, 4)), 3, 255 * (c.Happens(0.5) ? 0.03 : 0.5));
        }));
        yield return Class("timing-missing", "a tenth to a third of the timing marks gone or faded", Print((page, c) =>
        {
            var (share, fade) = (c.Between(0.1, 0.35), c.Between(100, 255));
            foreach (var row in AnyForm.Timing!.Rows)
            {
                if (c.Happens(share))
                    page.Change(new(5, row - 1.6, 8, 3.2), (old, _, _) => Math.Max(old, fade));
            }
        }));
        yield return Class("timing-joined", "dirt that joins timing marks", Print((page, c) =>
        {
            for (var n = 1 + c.Below(4); n > 0; n--)
                page.Cover(new(c.Between(5, 11), c.Between(40, 270), c.Between(1, 5), c.Between(3, 14)), c.Between(0, 120));
        }));
        yield return Class("stamp", "a round stamp over bubbles or marks", Sheet((page, _, c) => Stamp(page, c)));
        yield return Class("writing", "2 to 6 lines of handwriting over bubbles and marks", Sheet((page, _, c) => Scribble(page, c)));
        yield return Class("coffee", "coffee rings", Paper((p, _) => p with { Stained = true }));
        yield return Class("damp", "a damp part: darker and bulged", new()
        {
            Sheet = Damp,
            Scanner = (s, c) => s with { SwellX = c.Between(-1, 1), SwellY = c.Between(-1, 1) },
        });
        yield return Class("bleed-through", "the written reverse shows through by 5 to 25 %", Sheet(BleedThrough));
        yield return Class("toner-faint", "toner gives back 30 to 60 % of the light", Paper((p, c) => p with { Toner = c.Between(0.3, 0.6) }));
        yield return Class("toner-heavy", "print grown by 0.1 to 0.25 mm, with specks", new()
        {
            Print = (page, c) => Grow(page, c.Between(0.1, 0.25)),
            Paper = (p, c) => p with { Specks = 100 + c.Below(300), Toner = 0.04 },
        });
        yield return Class("photocopy", "print is the photocopy of a photocopy", Print((page, c) => Photocopy(page, c, 2)));
        yield return Class("photocopied-sheet", "the written sheet was photocopied once", Sheet((page, _, c) => Photocopy(page, c, 1)));
        yield return Class("specks", "300 to 900 specks of dirt", Paper((p, c) => p with { Specks = 300 + c.Below(600) }));
    }

    private static SheetHarm Paper(Func<PaperState, Chance, PaperState> change) => new() { Paper = change };

    private static SheetHarm Print(Action<GreyPicture, Chance> draw) => new() { Print = draw };

    private static SheetHarm Sheet(Action<GreyPicture, PaperState, Chance> draw) => new() { Sheet = draw };

    private static RegistrationMark Corner(Chance chance) => AnyForm.Marks[chance.Below(4)];

    private static double Shade(Chance chance) => chance.Happens(0.5) ? chance.Between(0.1, 0.6) : -chance.Between(0.3, 0.95);

    private static Fold AnyFold(Chance chance, double from, double to)
    {
        var at = chance.Between(from, to);
        return new(at, at + chance.Between(-15, 15), Shade(chance), chance.Between(0.05, 0.4));
    }

    // As PaperDamage draws a crease across, without the lift.
    private static void CreaseDown(GreyPicture page, double at, double lean, double shade, double paper) =>
        page.Change(new(at - 6, 0, 12, 400), (old, x, y) =>
        {
            var distance = x - at - (lean * y / 297);
            var core = Math.Max(0, 1 - (Math.Abs(distance) / 0.25));
            var shaded = old * (1 - (distance > 0 ? Math.Max(0, 1 - (distance / 1.6)) * 0.1 : 0));
            return shade > 0 ? shaded * (1 - (shade * core)) : shaded + (Math.Max(0, paper - shaded) * -shade * core);
        });

    private static void Crumple(GreyPicture page, Chance chance)
    {
        var (x0, y0, turn, length) = (chance.Between(0, 210), chance.Between(0, 297), chance.Between(0, Math.PI), chance.Between(20, 90));
        var (cos, sin, dark) = (Math.Cos(turn), Math.Sin(turn), chance.Between(0.1, 0.4));
        page.Change(new(x0 - length, y0 - length, 2 * length, 2 * length), (old, x, y) =>
        {
            var along = ((x - x0) * cos) + ((y - y0) * sin);
            var across = ((y - y0) * cos) - ((x - x0) * sin);
            var strength = Math.Max(0, 1 - Math.Abs(along / length));
            var ridge = across is > -0.15 and < 0.15 ? dark : across is > 0 and < 4 ? 0.08 * (1 - (across / 4)) : 0;
            return old * (1 - (ridge * strength));
        });
    }

    private static void Stamp(GreyPicture page, Chance chance)
    {
        var centre = new PaperPoint(chance.Between(20, 190), chance.Between(30, 270));
        var (radius, ink, solid) = (chance.Between(12, 18), chance.Between(0.2, 0.6), chance.Between(0.6, 1));
        page.Change(new(centre.X - radius, centre.Y - radius, 2 * radius, 2 * radius), (old, x, y) =>
        {
            var (dx, dy) = (x - centre.X, y - centre.Y);
            var far = Math.Sqrt((dx * dx) + (dy * dy)) / radius;
            var letters = far is > 0.66 and < 0.88 && Math.Sin(Math.Atan2(dy, dx) * 40) * Math.Sin(far * 60) > -0.2;
            var middle = far < 0.5 && Math.Abs(dy) % 3.2 < 1.8 && Math.Sin(x * 5) > -0.3;
            var on = far is > 0.94 and < 1 || far is > 0.58 and < 0.61 || letters || middle;
            // A stamp pad prints unevenly: some of it stays white.
            return on && Math.Sin((x * 17.3) + (y * 11.1)) < (2 * solid) - 1 + 0.3 ? Math.Min(old, old * ink) : old;
        });
    }

    private static void Scribble(GreyPicture page, Chance chance)
    {
        for (var n = 2 + chance.Below(5); n > 0; n--)
        {
            var at = new PaperPoint(chance.Between(8, 160), chance.Between(8, 285));
            var (size, ink, pen) = (chance.Between(2, 7), chance.Between(0.05, 0.4), chance.Between(0.4, 0.8));
            for (var stroke = 20 + chance.Below(40); stroke > 0; stroke--)
            {
                var to = new PaperPoint(at.X + chance.Between(0, 0.35 * size), at.Y + chance.Between(-size, size));
                page.Line(at, to, pen, ink);
                at = new(to.X, at.Y + (0.3 * (to.Y - at.Y)));
            }
        }
    }

    private static void Damp(GreyPicture page, PaperState paper, Chance chance)
    {
        var (x0, y0, radius) = (chance.Between(0, 210), chance.Between(0, 297), chance.Between(50, 120));
        var (wet, rim) = (chance.Between(0.05, 0.25), chance.Between(0.02, 0.15));
        page.Change(new(x0 - radius, y0 - radius, 2 * radius, 2 * radius), (old, x, y) =>
        {
            var (dx, dy) = (x - x0, y - y0);
            var angle = Math.Atan2(dy, dx);
            var far = Math.Sqrt((dx * dx) + (dy * dy)) / radius / (0.9 + (0.06 * Math.Sin(3 * angle)) + (0.03 * Math.Sin(11 * angle)));
            return far > 1 ? old : old * (1 - wet - (rim * Math.Max(0, 1 - (40 * Math.Abs(far - 0.98)))));
        });
    }

    // The reverse bears another copy of the same page, mirrored, a little shifted and soft.
    private static void BleedThrough(GreyPicture page, PaperState paper, Chance chance)
    {
        var reverse = page.Copy();
        reverse.Blur(Math.Max(1, (int)(0.2 * page.PerMm)));
        var (through, tone) = (chance.Between(0.05, 0.25), paper.Tone * 255);
        var (sx, sy) = ((int)(chance.Between(-4, 4) * page.PerMm), (int)(chance.Between(-4, 4) * page.PerMm));
        for (var y = 0; y < page.Height; y++)
        {
            var from = Math.Clamp(y + sy, 0, page.Height - 1) * page.Width;
            for (var x = 0; x < page.Width; x++)
            {
                var back = reverse.Pixels[from + Math.Clamp(page.Width - 1 - x + sx, 0, page.Width - 1)];
                ref var pixel = ref page.Pixels[(y * page.Width) + x];
                pixel = (byte)Math.Clamp(pixel * (1 - (through * Math.Max(0, 1 - (back / tone)))), 0, 255);
            }
        }
    }

    // Grey dilation by a square: each pixel takes the darkest within reach, across and then down.
    private static void Grow(GreyPicture page, double mm)
    {
        var reach = Math.Max(1, (int)Math.Round(mm * page.PerMm / 2));
        for (var step = 0; step < reach; step++)
        {
            var p = page.Pixels;
            for (var i = p.Length - 1; i > 0; i--)
                p[i] = Math.Min(p[i], p[i - 1]);
            for (var i = p.Length - 1; i >= page.Width; i--)
                p[i] = Math.Min(p[i], p[i - page.Width]);
        }
    }

    private static void Photocopy(GreyPicture page, Chance chance, int times)
    {
        for (; times > 0; times--)
        {
            page.Blur(Math.Max(1, (int)(chance.Between(0.05, 0.12) * page.PerMm)));
            var (black, white) = (chance.Between(60, 110), chance.Between(180, 225));
            page.Tone(v => 10 + (245 * Math.Clamp((v - black) / (white - black), 0, 1)));
            for (var n = 50 + chance.Below(150); n > 0; n--)
                page.Spot(new(chance.Between(0, 210), chance.Between(0, 297)), chance.Between(0.05, 0.2), chance.Between(0, 120));
        }
    }
}
