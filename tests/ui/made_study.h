#pragma once

#include "core/study/senses.h"
#include "core/study/trust.h"

#include <string>

// Projects, runs and senses without a file behind them: what a page needs to show something.

/// Images p0, p1, … with views (10 i) and comments (i), a caption column, authors and dates. The
/// pictures are named but not there.
core::Project madeProject(int images = 10);
/// The same images without pictures.
core::Project madeProjectWithoutPictures(int images = 10);

/// A run of 2 + 1 senses on all measures of `engagement`, with rho on 40 test images.
core::RunInfo madeRun(const std::string& name, double rho = 0.5,
                      core::EngagementChoice engagement = core::EngagementChoice::Combined);

/// Senses of that run: three images each, and the words "cat" and "<b>dog</b>".
core::Senses madeSenses(const std::string& run, int popular = 2, int unpopular = 1);

/// What those senses rest on: an interval of 60 to 80, 7 authors of 50 images, and the other
/// popular sense as the most similar one.
std::vector<core::SenseTrust> madeTrust(const core::Senses& senses);
