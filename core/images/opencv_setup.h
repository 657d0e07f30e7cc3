#pragma once

namespace core {

/// Keeps OpenCV quiet and on the thread that calls it. To be called before it decodes a picture or
/// runs a network; any thread, cheap after the first time.
///
/// Core says what is wrong in its errors, and shares pictures among threads of its own. The threads
/// that OpenCV would add to them are also gone in a forked process, which then may wait for them.
void setUpOpenCv();

} // namespace core
