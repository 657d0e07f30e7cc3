#pragma once

// Read by moc alone (--include): moc 6.4 stops at "std" when <compare>, <concepts> or <ranges> is
// the first standard header it meets.
#define _GLIBCXX_VISIBILITY(V) // NOLINT
