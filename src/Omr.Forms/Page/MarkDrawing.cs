using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Forms.Page;

/// <summary>Draws a registration mark of any shape inside its box.</summary>
internal static class MarkDrawing
{
    public static void Draw(Canvas canvas, RegistrationMark mark)
    {
        switch (mark.Shape)
        {
            case MarkShape.Square or MarkShape.Bar:
                canvas.Fill(mark.Box);
                break;
            case MarkShape.Disc:
                canvas.FillEllipse(mark.Box);
                break;
            case MarkShape.Ring:
                canvas.FrameEllipse(mark.Box, mark.Thickness);
                break;
            case MarkShape.L:
                canvas.Fill(Arms(mark.Box, mark.Thickness, mark.Turn));
                break;
            case MarkShape.Crosshair:
                canvas.Fill(Cross(mark.Box, mark.Thickness));
                break;
        }
    }

    private static IEnumerable<PaperArea> Arms(PaperArea box, double thickness, MarkTurn turn)
    {
        var top = turn is MarkTurn.TopLeft or MarkTurn.TopRight ? box.Y : box.Bottom - thickness;
        var left = turn is MarkTurn.TopLeft or MarkTurn.BottomLeft ? box.X : box.Right - thickness;
        return [new(box.X, top, box.Width, thickness), new(left, box.Y, thickness, box.Height)];
    }

    private static IEnumerable<PaperArea> Cross(PaperArea box, double thickness) =>
    [
        new(box.X, box.Centre.Y - (thickness / 2), box.Width, thickness),
        new(box.Centre.X - (thickness / 2), box.Y, thickness, box.Height),
    ];
}
