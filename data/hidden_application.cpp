#include "data/hidden_application.h"

#include <QGuiApplication>

#include <array>
#include <stdexcept>

namespace samples {

namespace {

/// Qt keeps references to argc and argv for as long as an application lives.
struct Arguments {
    std::array<char, 8> program{"samples"};
    std::array<char, 10> option{"-platform"};
    std::array<char, 10> value{"offscreen"};
    std::array<char*, 4> values{program.data(), option.data(), value.data(), nullptr};
    int count = 3;
};

} // namespace

HiddenApplication::HiddenApplication()
{
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr)
        return;
    if (QCoreApplication::instance() != nullptr)
        throw std::logic_error("drawing a sample needs a QGuiApplication, not a QCoreApplication");
    static Arguments arguments;
    arguments = {}; // Qt takes away the options that it understood
    arguments.values = {arguments.program.data(), arguments.option.data(), arguments.value.data(),
                        nullptr};
    m_application = std::make_unique<QGuiApplication>(arguments.count, arguments.values.data());
}

HiddenApplication::~HiddenApplication() = default;

} // namespace samples
