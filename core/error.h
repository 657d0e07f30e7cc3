#pragma once

#include <exception>
#include <stdexcept>

namespace core {

/// The world's fault: a file, a table, a database or a disk that is not as it should be.
///
/// The message is one sentence for a person: what is wrong, where (file, and row or line where
/// there is one), and what to do about it. It is shown as it stands.
/// A caller's mistake (shape, range) is std::invalid_argument instead.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A stop was requested and the work was left as if it had never begun.
/// Not an Error: nobody is told about a cancel that they asked for.
class Cancelled : public std::exception {
public:
    const char* what() const noexcept override { return "cancelled"; }
};

} // namespace core
