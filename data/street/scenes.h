#pragma once

#include "data/street/canvas.h"

namespace samples {

// One function a theme. Each fills the whole frame, varies with the dice and shows the canvas's
// closeness, centredness and clutter.

void drawSunset(Canvas& canvas);
void drawPortrait(Canvas& canvas);
void drawCat(Canvas& canvas);
void drawCityNight(Canvas& canvas);
void drawFood(Canvas& canvas);

void drawReceipt(Canvas& canvas);
void drawScreenshot(Canvas& canvas);
void drawBlurredGround(Canvas& canvas);
void drawQuote(Canvas& canvas);
void drawProduct(Canvas& canvas);

void drawMountains(Canvas& canvas);
void drawFlower(Canvas& canvas);
void drawBeach(Canvas& canvas);
void drawForest(Canvas& canvas);
void drawConcert(Canvas& canvas);
void drawTraffic(Canvas& canvas);
void drawDog(Canvas& canvas);
void drawBalloons(Canvas& canvas);
void drawCoffee(Canvas& canvas);
void drawMap(Canvas& canvas);

} // namespace samples
