using Omr.Engine.Template;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Paper;

/// <summary>
/// Paints what became of a sheet onto its picture: specks, stain, crease, holes, a torn or folded corner.
/// </summary>
/// <param name="page">The written page.</param>
/// <param name="size">Its size on paper.</param>
/// <param name="state">What became of it.</param>
/// <param name="behind">Grey level of what lies behind the sheet in the scanner.</param>
/// <param name="chance">Where and how large, as far as the state doesn't say.</param>
internal sealed class PaperDamage(GreyPicture page, PaperSize size, PaperState state, byte behind, Chance chance)
{
    // ISO 838: two holes of 6 mm, 80 mm apart, 12 mm from the edge.
    private const double HoleRadius = 3;
    private const double HoleDistance = 80;
    private const double HoleInset = 12;

    private byte Paper => (byte)(state.Tone * 255);

    public void Paint()
    {
        for (var i = 0; i < state.Specks; i++)
            Speck();
        if (state.Stained)
            Stain();
        if (state.Fold is { } fold)
            Crease(fold);
        if (state.Punched)
            Holes();
        if (state.DogEar is { } ear)
            FoldCorner(ear);
        if (state.Torn is { } torn)
            TearCorner(torn);
    }

    private void Speck()
    {
        var (x, y) = (chance.Between(0, size.Width), chance.Between(0, size.Height));
        // Most specks are a grain of dust, one in twenty a crumb.
        var radius = chance.Happens(0.05) ? chance.Between(0.15, 0.4) : chance.Between(0.03, 0.13);
        var (flat, turn) = (chance.Between(0.5, 1), chance.Between(0, Math.PI));
        var (level, sin, cos) = (chance.Between(0.15, 0.75), Math.Sin(turn), Math.Cos(turn));
        Change(new(x - radius, y - radius, 2 * radius, 2 * radius), (pixel, px, py) =>
        {
            var (dx, dy) = (px - x, py - y);
            var (a, b) = (((dx * cos) + (dy * sin)) / radius, ((dy * cos) - (dx * sin)) / (radius * flat));
            return (a * a) + (b * b) < 1 ? Math.Min(pixel, Paper * level) : pixel;
        });
    }

    // A cup's ring: a dark uneven rim, a faint tint within, and one side drier than the other.
    private void Stain()
    {
        var (x, y) = (chance.Between(30, size.Width - 30), chance.Between(40, size.Height - 40));
        var (radius, rim) = (chance.Between(28, 42), chance.Between(0.8, 2.2));
        var (ring, tint) = (chance.Between(0.1, 0.3), chance.Between(0.01, 0.06));
        var (turn, oval) = (chance.Between(0, Math.Tau), chance.Between(0.96, 1.04));
        var reach = radius + (4 * rim);
        Change(new(x - reach, y - reach, 2 * reach, 2 * reach), (pixel, px, py) =>
        {
            var (dx, dy) = (px - x, (py - y) * oval);
            var distance = Math.Sqrt((dx * dx) + (dy * dy));
            if (distance > reach)
                return pixel;
            // Nine rims within the ring less than 1/100 of a level is left of it: only the tint.
            if (distance < radius - (9 * rim))
                return pixel * (1 - tint);
            var angle = Math.Atan2(dy, dx) + turn;
            var edge = radius + (0.35 * rim * (Math.Sin(3 * angle) + Math.Sin((7 * angle) + 1)));
            var wet = 0.65 + (0.35 * Math.Sin(angle));
            var across = (distance - edge) / rim;
            // The outer side of a dried rim is sharp, the inner one soft.
            var dark = across > 0 ? Math.Max(0, 1 - (2.5 * across)) : Math.Exp(1.2 * across);
            return pixel * (1 - (ring * wet * dark) - (across < 0 ? tint : 0));
        });
    }

    private void Crease(Fold fold)
    {
        var top = Math.Min(fold.Left, fold.Right) - 2;
        var height = Math.Abs(fold.Right - fold.Left) + 4;
        Change(new(0, top, size.Width, height), (pixel, x, y) =>
        {
            var distance = fold.Distance(x, y, size.Width);
            var core = Math.Max(0, 1 - (Math.Abs(distance) / 0.18));
            // The slope below the crease turns from the lamp.
            var slope = distance > 0 ? Math.Max(0, 1 - (distance / 1.4)) : 0;
            var shaded = pixel * (1 - (0.06 * slope));
            return fold.Shade > 0
                ? shaded * (1 - (fold.Shade * core))
                : shaded + (Math.Max(0, Paper - shaded) * -fold.Shade * core);
        });
    }

    private void Holes()
    {
        foreach (var side in (ReadOnlySpan<double>)[-0.5, 0.5])
        {
            var x = HoleInset + chance.Around(0.7);
            var y = (size.Height / 2) + (side * HoleDistance) + chance.Around(0.7);
            Change(new(x - 4, y - 4, 8, 8), (pixel, px, py) =>
            {
                var distance = Math.Sqrt(((px - x) * (px - x)) + ((py - y) * (py - y)));
                return distance < HoleRadius ? behind
                    : distance < HoleRadius + 0.25 ? pixel * 0.88
                    : pixel;
            });
        }
    }

    // The tear runs round the corner, just beyond the mark: a rounded line with a frayed white edge.
    private void TearCorner(RegistrationMark mark)
    {
        var (left, top) = Corner(mark);
        var (reachX, reachY) = Reach(mark, left, top);
        // Power 2.5 lies between a circle and a square: it takes the mark and little beside it. The fray reaches
        // twice as far as its size either way.
        var (phase, ragged) = (chance.Between(0, 100), chance.Between(0.2, 0.45));
        var corner = Math.Pow(Math.Pow(reachX, 2.5) + Math.Pow(reachY, 2.5), 0.4);
        var radius = corner + (2 * ragged) + chance.Between(0, 0.7);
        Change(CornerArea(left, top, radius + 4), (pixel, x, y) =>
        {
            var (dx, dy) = (left ? x : size.Width - x, top ? y : size.Height - y);
            var tear = radius + (ragged * Fray(Math.Atan2(dy, dx) * 12, phase));
            var distance = Math.Pow(Math.Pow(Math.Max(0, dx), 2.5) + Math.Pow(Math.Max(0, dy), 2.5), 0.4) - tear;
            return distance < 0 ? behind
                : distance < 0.5 ? Math.Max(pixel, Paper * 0.97)
                : distance < 0.9 ? pixel * 0.94
                : pixel;
        });
    }

    // The corner beyond the crease is gone, and its back lies on the sheet, mirrored at the crease.
    private void FoldCorner(RegistrationMark mark)
    {
        var (left, top) = Corner(mark);
        var (reachX, reachY) = Reach(mark, left, top);
        // A crease between the mark and the corner, and a flap as large as the corner over the mark.
        var reach = reachX + reachY;
        var (legX, legY) = (reach * chance.Between(0.5, 0.56), reach * chance.Between(0.5, 0.56));
        Change(CornerArea(left, top, 2 * Math.Max(legX, legY)), (pixel, x, y) =>
        {
            var (dx, dy) = (left ? x : size.Width - x, top ? y : size.Height - y);
            var beyond = 1 - (dx / legX) - (dy / legY);
            if (beyond > 0)
                return behind;
            // The mirror image of this place at the crease: within the corner, the flap covers it.
            var (nx, ny) = (1 / legX, 1 / legY);
            var push = 2 * beyond / ((nx * nx) + (ny * ny));
            var (mx, my) = (dx + (push * nx), dy + (push * ny));
            if (mx >= 0 && my >= 0)
                return Paper * (Math.Min(mx, my) < 0.2 ? 0.8 : 0.985);
            return mx >= -0.5 && my >= -0.5 ? pixel * 0.86 : pixel;
        });
    }

    private (bool Left, bool Top) Corner(RegistrationMark mark) =>
        (mark.Box.Centre.X < size.Width / 2, mark.Box.Centre.Y < size.Height / 2);

    // How far the mark reaches from the corner it stands in.
    private (double X, double Y) Reach(RegistrationMark mark, bool left, bool top) =>
        (left ? mark.Box.Right : size.Width - mark.Box.X, top ? mark.Box.Bottom : size.Height - mark.Box.Y);

    private PaperArea CornerArea(bool left, bool top, double side) =>
        new(left ? 0 : size.Width - side, top ? 0 : size.Height - side, side, side);

    private static double Fray(double place, double phase) =>
        Math.Sin(place + phase)
        + (0.6 * Math.Sin((2.7 * place) + (2 * phase)))
        + (0.4 * Math.Sin((9.1 * place) + phase));

    private void Change(PaperArea area, Func<double, double, double, double> change)
    {
        var mm = 1 / page.PerMm;
        var (x0, y0) = (Math.Max(0, (int)(area.X * page.PerMm)), Math.Max(0, (int)(area.Y * page.PerMm)));
        var x1 = Math.Min(page.Width, (int)Math.Ceiling(area.Right * page.PerMm));
        var y1 = Math.Min(page.Height, (int)Math.Ceiling(area.Bottom * page.PerMm));
        for (var y = y0; y < y1; y++)
        {
            for (var x = x0; x < x1; x++)
            {
                ref var pixel = ref page.Pixels[(y * page.Width) + x];
                pixel = (byte)Math.Clamp(change(pixel, (x + 0.5) * mm, (y + 0.5) * mm) + 0.5, 0, 255);
            }
        }
    }
}
