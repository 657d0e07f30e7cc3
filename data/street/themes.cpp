#include "data/street/themes.h"

#include "data/street/scenes.h"

#include <array>

namespace samples {

namespace {

// The effect sizes come from reasoning, not from trained models. The appeal shall explain a quarter
// of the variance of log views (popularity.cpp has the rest). Half of the appeal's variance comes
// from the themes' own lift, half from tastes that hold within one theme only and turn round in
// others: no single linear function of a picture can have them. Neutral themes have tastes too, but
// weak ones.
constexpr std::array kThemes{
    Theme{"sunset",
          Polarity::Popular,
          0.90,
          {.saturation = 1.2, .warmth = 0.7, .contrast = 0.7},
          drawSunset},
    Theme{"portrait",
          Polarity::Popular,
          0.80,
          {.saturation = -0.8, .closeness = 1.2, .centredness = 0.6},
          drawPortrait},
    Theme{"cat",
          Polarity::Popular,
          1.00,
          {.brightness = 0.8, .closeness = 1.0, .clutter = -0.8},
          drawCat},
    Theme{"city night",
          Polarity::Popular,
          0.85,
          {.brightness = -0.8, .contrast = 1.1, .clutter = 0.8},
          drawCityNight},
    Theme{"food",
          Polarity::Popular,
          0.95,
          {.saturation = 0.8, .brightness = 1.1, .closeness = -0.8},
          drawFood},
    Theme{"receipt",
          Polarity::Unpopular,
          -0.90,
          {.warmth = 1.0, .contrast = -0.8, .closeness = -0.9},
          drawReceipt},
    Theme{"screenshot",
          Polarity::Unpopular,
          -0.85,
          {.saturation = -0.8, .brightness = -1.0, .clutter = -0.9},
          drawScreenshot},
    Theme{"blurred ground",
          Polarity::Unpopular,
          -1.00,
          {.saturation = -1.0, .brightness = 0.7, .contrast = 0.9},
          drawBlurredGround},
    Theme{"quote",
          Polarity::Unpopular,
          -0.80,
          {.saturation = -1.1, .contrast = 0.8, .clutter = -0.8},
          drawQuote},
    Theme{"product",
          Polarity::Unpopular,
          -0.95,
          {.warmth = -0.9, .closeness = -1.0, .clutter = 0.8},
          drawProduct},
    Theme{
        "mountains", Polarity::Neutral, 0.0, {.saturation = -0.4, .contrast = 0.4}, drawMountains},
    Theme{"flower", Polarity::Neutral, 0.0, {.brightness = -0.4, .closeness = 0.4}, drawFlower},
    Theme{"beach", Polarity::Neutral, 0.0, {.saturation = 0.4, .brightness = 0.4}, drawBeach},
    Theme{"forest", Polarity::Neutral, 0.0, {.warmth = -0.4, .brightness = -0.4}, drawForest},
    Theme{"concert", Polarity::Neutral, 0.0, {.warmth = 0.4, .clutter = 0.4}, drawConcert},
    Theme{"traffic", Polarity::Neutral, 0.0, {.contrast = 0.4, .clutter = -0.4}, drawTraffic},
    Theme{"dog", Polarity::Neutral, 0.0, {.brightness = -0.4, .closeness = -0.4}, drawDog},
    Theme{"balloons", Polarity::Neutral, 0.0, {.saturation = 0.4, .clutter = 0.4}, drawBalloons},
    Theme{"coffee", Polarity::Neutral, 0.0, {.warmth = -0.4, .centredness = 0.4}, drawCoffee},
    Theme{"map", Polarity::Neutral, 0.0, {.saturation = -0.4, .clutter = -0.4}, drawMap},
};

} // namespace

std::span<const Theme> themes()
{
    return kThemes;
}

const char* polarityName(Polarity polarity)
{
    switch (polarity) {
    case Polarity::Popular:
        return "popular";
    case Polarity::Unpopular:
        return "unpopular";
    case Polarity::Neutral:
        break;
    }
    return "neutral";
}

} // namespace samples
