#include "tests/ui/reach.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSet>
#include <QSlider>
#include <QTabBar>
#include <QtTest>

#include <algorithm>

namespace {

bool isInteractive(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) != nullptr
           || qobject_cast<const QLineEdit*>(widget) != nullptr
           || qobject_cast<const QComboBox*>(widget) != nullptr
           || qobject_cast<const QAbstractItemView*>(widget) != nullptr
           || qobject_cast<const QSlider*>(widget) != nullptr
           || qobject_cast<const QAbstractSpinBox*>(widget) != nullptr;
}

/// A button that has nothing to say yet and is not shown.
bool isInWaiting(const QWidget* widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return button != nullptr && button->isHidden() && button->text().isEmpty();
}

/// A piece of another widget, such as the line of a spin box or a table's header: it speaks and
/// takes the focus through the whole.
bool isPiece(const QWidget* widget)
{
    if (qobject_cast<const QHeaderView*>(widget) != nullptr)
        return true;
    const auto* parent = widget->parentWidget();
    if (parent == nullptr)
        return false;
    if (widget->objectName().startsWith(QLatin1String("qt_")))
        return true;
    for (const auto* above = parent; above != nullptr; above = above->parentWidget()) {
        if (qobject_cast<const QComboBox*>(above) != nullptr
            || qobject_cast<const QAbstractSpinBox*>(above) != nullptr
            || qobject_cast<const QLineEdit*>(above) != nullptr
            || qobject_cast<const QTabBar*>(above) != nullptr
            || qobject_cast<const QHeaderView*>(above) != nullptr)
            return true;
    }
    return qobject_cast<const QAbstractItemView*>(parent) != nullptr
           && qobject_cast<const QAbstractButton*>(widget) != nullptr; // the corner of a table
}

std::string described(const QWidget* widget)
{
    QString text = QString::fromLatin1(widget->metaObject()->className());
    for (const auto* at = widget; at != nullptr; at = at->parentWidget()) {
        if (!at->objectName().isEmpty())
            return (text + QLatin1String(" in ") + at->objectName()).toStdString();
        if (!at->accessibleName().isEmpty())
            return (text + QLatin1String(" in ") + at->accessibleName()).toStdString();
    }
    return text.toStdString();
}

/// Of buttons that exclude each other, one is enough: the arrow keys go to the others.
bool isReachedWithItsGroup(const QWidget* widget, const QSet<const QWidget*>& reached)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if (button == nullptr)
        return false;
    QList<QAbstractButton*> others;
    if (button->group() != nullptr && button->group()->exclusive())
        others = button->group()->buttons();
    else if (button->autoExclusive())
        others = button->parentWidget()->findChildren<QAbstractButton*>(QString(),
                                                                        Qt::FindDirectChildrenOnly);
    return std::any_of(others.begin(), others.end(),
                       [&](const QAbstractButton* other) { return reached.contains(other); });
}

bool isExpected(const QWidget* widget, const QWidget* window)
{
    return isInteractive(widget) && !isPiece(widget) && widget->isVisibleTo(window)
           && widget->isEnabled() && widget->window() == window;
}

} // namespace

std::vector<std::string> namelessWidgets(const QWidget& root)
{
    std::vector<std::string> nameless;
    for (auto* widget : root.findChildren<QWidget*>()) {
        if (!isInteractive(widget) || isPiece(widget) || isInWaiting(widget))
            continue;
        const auto* interface = QAccessible::queryAccessibleInterface(widget);
        if (interface == nullptr || interface->text(QAccessible::Name).trimmed().isEmpty())
            nameless.push_back(described(widget));
    }
    return nameless;
}

std::vector<std::string> widgetsTabMisses(QWidget& window)
{
    QSet<const QWidget*> reached;
    const auto widgets = window.findChildren<QWidget*>();
    // Every widget takes at most one press; twice round, wherever it began.
    for (qsizetype press = 0; press < 2 * widgets.size(); ++press) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &window, Qt::Key_Tab);
        focus = QApplication::focusWidget();
        if (focus != nullptr)
            reached.insert(focus);
    }
    std::vector<std::string> missed;
    for (const auto* widget : widgets) {
        if (isExpected(widget, &window) && !reached.contains(widget)
            && !reached.contains(widget->focusProxy()) && !isReachedWithItsGroup(widget, reached))
            missed.push_back(described(widget));
    }
    return missed;
}
