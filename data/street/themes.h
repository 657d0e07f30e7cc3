#pragma once

#include "data/street/canvas.h"
#include "data/street/traits.h"

#include <span>

namespace samples {

enum class Polarity { Popular, Neutral, Unpopular };

/// A kind of picture, and what its viewers make of it.
struct Theme {
    const char* name;
    Polarity polarity;
    double lift;  ///< of log views: what the theme itself adds to the appeal
    Traits taste; ///< what each trait adds to it within this theme
    void (*draw)(Canvas&);
};

/// All themes; a post names its theme by the index here.
std::span<const Theme> themes();

const char* polarityName(Polarity polarity);

} // namespace samples
