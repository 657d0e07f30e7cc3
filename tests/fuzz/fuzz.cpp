#include "core/error.h"
#include "tests/fuzz/readers.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>

/// One program a reader: SENSESCOPE_READER is its name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    static const auto read = fuzz::readerOf(SENSESCOPE_READER);
    if (read == nullptr) {
        std::cerr << "there is no reader " << SENSESCOPE_READER << '\n';
        std::abort();
    }
    try {
        read({bytes, size});
    } catch (const core::Error&) {
        return 0; // refused, as it should be
    }
    return 0;
}
