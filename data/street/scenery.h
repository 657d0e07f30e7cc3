#pragma once

#include "data/street/paint.h"

namespace samples {

/// The light of an outdoor scene.
struct Weather {
    QColor top; ///< of the sky
    QColor middle;
    QColor horizon;
    QColor light; ///< sunlit edges, glints
    QColor haze;  ///< what far things fade to
    bool dark = false;
};

/// Daylight of many kinds: clear, overcast, golden, dusk, rosy dawn, after a storm.
Weather drawWeather(Dice& dice);

/// The sky of a setting sun, in one of many palettes.
Weather drawEvening(Dice& dice);

/// A clear or smoggy sky after dark.
Weather drawNight(Dice& dice);

void drawSky(Canvas& canvas, const Weather& weather, double horizon);

/// Heaps of cloud somewhere in `area`; lit from `light`, shaded with `shadow`.
void drawClouds(Canvas& canvas, const QRectF& area, int number, const QColor& light,
                const QColor& shadow);

/// Long thin streaks of cloud.
void drawStreaks(Canvas& canvas, const QRectF& area, int number, const QColor& colour);

void drawStars(Canvas& canvas, const QRectF& area, int number);

/// The outline of land from the left edge to the right, closed below the frame.
struct Ridge {
    double base = 160;      ///< its mean height in the frame
    double height = 40;     ///< how far it rises and falls
    double roughness = 0.5; ///< 0 rolling hills, 1 jagged rocks
};
QPainterPath ridgePath(Dice& dice, const Ridge& ridge);

/// Water from `top` to the bottom of the frame, with the light of the sky on it and a path of
/// glints below `glintX`.
struct Water {
    double top = 160;
    QColor far;
    QColor near;
    QColor glint;
    double glintX = 128;
    double glintWidth = 30;
};
void drawWater(Canvas& canvas, const Water& water);

/// A conifer whose foot is at `foot`.
void drawPine(Canvas& canvas, QPointF foot, double height, const QColor& colour);

/// A broad-leaved tree.
void drawTree(Canvas& canvas, QPointF foot, double height, const QColor& leaves);

/// A palm as a silhouette.
void drawPalm(Canvas& canvas, QPointF foot, double height, const QColor& colour);

/// Blades along the lower edge.
void drawGrass(Canvas& canvas, double top, int number, const QColor& colour);

/// Rooftops as one silhouette, standing on `base`.
QPainterPath skylinePath(Dice& dice, double base, double height);

/// A few far-off birds.
void drawBirds(Canvas& canvas, const QRectF& area, int number, const QColor& colour);

} // namespace samples
