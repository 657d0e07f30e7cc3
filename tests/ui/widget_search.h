#pragma once

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QWidget>

#include <stdexcept>
#include <string>

inline QString q(const char* text)
{
    return QString::fromUtf8(text);
}

/// The child of this class and object name; of any name where it is empty. Throws where there is
/// none, which fails the test.
template <typename Widget>
Widget& child(const QObject& root, const char* name = "")
{
    auto* found = root.findChild<Widget*>(QString::fromUtf8(name));
    if (found == nullptr)
        throw std::runtime_error(std::string("no child named ") + name);
    return *found;
}

/// The child of this class that a screen reader calls so; throws where there is none.
template <typename Widget>
Widget& called(const QWidget& root, const char* accessibleName)
{
    for (auto* widget : root.findChildren<Widget*>()) {
        if (widget->accessibleName() == QString::fromUtf8(accessibleName))
            return *widget;
    }
    throw std::runtime_error(std::string("nothing is called ") + accessibleName);
}

/// The button, label or action with this text, with or without mnemonic; throws where there is
/// none.
template <typename Widget>
Widget& reading(const QObject& root, const char* text)
{
    for (auto* widget : root.findChildren<Widget*>()) {
        if (widget->text().remove(QLatin1Char('&')) == QString::fromUtf8(text))
            return *widget;
    }
    throw std::runtime_error(std::string("nothing reads ") + text);
}

/// What a person reads under `root`: the text of every label that is not hidden, a line each.
inline QString readableText(const QWidget& root)
{
    QString text;
    for (const auto* label : root.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&root))
            text += label->text() + QLatin1Char('\n');
    }
    return text;
}
