#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core {

enum class Comparison { Equal, Unequal, Less, LessOrEqual, Greater, GreaterOrEqual, Contains };

/// A query line as a tree (see query.h for its grammar).
struct QueryNode {
    enum class Kind { Term, And, Or, Not };

    Kind kind = Kind::Term;
    std::string field; ///< of a term, as written
    Comparison comparison = Comparison::Equal;
    std::string value;                                ///< of a term
    std::vector<std::unique_ptr<QueryNode>> operands; ///< of and, or (two) and not (one)
};

/// Whether `line` is meant as a query: an operator stands in it outside of quotes. Otherwise it is
/// free text.
bool isQueryLine(std::string_view line);

/// Throws Error saying which part was not understood and how to write it.
std::unique_ptr<QueryNode> parseQueryLine(std::string_view line);

} // namespace core
