#pragma once

#include <memory>

class QGuiApplication;

namespace samples {

/// Makes sure that Qt can draw while this object lives: uses the application that there is, or
/// makes a hidden one on the offscreen platform and ends it in the destructor.
///
/// Throws std::logic_error where only a QCoreApplication exists, which cannot draw text.
class HiddenApplication {
public:
    HiddenApplication();
    ~HiddenApplication();
    HiddenApplication(const HiddenApplication&) = delete;
    HiddenApplication& operator=(const HiddenApplication&) = delete;
    HiddenApplication(HiddenApplication&&) = delete;
    HiddenApplication& operator=(HiddenApplication&&) = delete;

private:
    std::unique_ptr<QGuiApplication> m_application;
};

} // namespace samples
