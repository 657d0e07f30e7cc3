#pragma once

#include "core/features/extractor.h"

#include <span>
#include <vector>

namespace core {

/// The features of a picture that is always the same, by which an extractor is known again: another
/// network, layer or input, or another library that runs it, answers otherwise [dimension()].
std::vector<float> signatureOf(const Extractor& extractor);

/// Whether two signatures are of one extractor: equal to a thousandth of the first's length, which
/// other processors keep to.
bool sameSignature(std::span<const float> first, std::span<const float> second);

} // namespace core
