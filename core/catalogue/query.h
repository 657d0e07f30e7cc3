#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/collection.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// The images that a query line selects, in key order.
///
/// Grammar: terms joined by `and`, `or`, `not` and parentheses (and binds closer than or); a term
/// is FIELD OP VALUE with a field of measures, `id`, `text`, `author`, `date` (2013-02-28), `split`
/// or `path`; an operator of = != < <= > >= and ~ (contains, without regard to case); a value is a
/// number or a word or a "quoted text". Anything that is not such a line is free text: images whose
/// text, id or author contain every word of it. An empty query selects all.
///
/// Throws Error saying which part of the line was not understood and how to write it; Cancelled.
std::vector<ImageKey> selectImages(const Catalogue& catalogue, const Collection& collection,
                                   std::string_view query, const std::stop_token& stop = {});

} // namespace core
