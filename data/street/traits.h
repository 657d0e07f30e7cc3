#pragma once

namespace samples {

/// What varies from picture to picture within a theme and can be seen in it; each in [-1, 1].
/// A theme's taste has the same form: how much each trait adds to the appeal.
struct Traits {
    double saturation = 0;  ///< pale to vivid
    double warmth = 0;      ///< bluish to golden
    double brightness = 0;  ///< dark to bright
    double contrast = 0;    ///< flat to hard
    double closeness = 0;   ///< subject far away to filling the frame
    double centredness = 0; ///< subject at the side to in the middle
    double clutter = 0;     ///< empty to crowded
};

inline double dot(const Traits& taste, const Traits& traits)
{
    return taste.saturation * traits.saturation + taste.warmth * traits.warmth
           + taste.brightness * traits.brightness + taste.contrast * traits.contrast
           + taste.closeness * traits.closeness + taste.centredness * traits.centredness
           + taste.clutter * traits.clutter;
}

} // namespace samples
