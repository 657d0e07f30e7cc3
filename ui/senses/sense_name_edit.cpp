#include "ui/senses/sense_name_edit.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int kLongestName = 80;

} // namespace

SenseNameEdit::SenseNameEdit(QWidget* parent)
    : QLineEdit(parent)
{
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * 1.2);
    heading.setBold(true);
    setFont(heading);
    setFrame(false);
    setMaxLength(kLongestName);
    setAccessibleName(tr("Name of the sense"));
    setToolTip(tr("Click to give this sense a name"));
    showField(false);
}

void SenseNameEdit::setNames(const QString& id, const QString& given)
{
    m_given = given;
    setPlaceholderText(id);
    setText(given);
    setCursorPosition(0); // the beginning of a long name shows
    setAccessibleName(tr("Name of sense %1").arg(id));
}

void SenseNameEdit::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        keep();
        Q_EMIT left();
        event->accept(); // or the card below would open
        return;
    case Qt::Key_Escape:
        setText(m_given);
        Q_EMIT left();
        event->accept();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SenseNameEdit::focusInEvent(QFocusEvent* event)
{
    showField(true);
    QLineEdit::focusInEvent(event);
}

void SenseNameEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason) // its own context menu
        return;
    showField(false);
    keep();
}

void SenseNameEdit::enterEvent(QEnterEvent* event)
{
    QLineEdit::enterEvent(event);
    update();
}

void SenseNameEdit::leaveEvent(QEvent* event)
{
    QLineEdit::leaveEvent(event);
    update();
}

void SenseNameEdit::paintEvent(QPaintEvent* event)
{
    // Qt greys a placeholder; the sense's own name is no less a heading than a given one.
    const bool heading = text().isEmpty() && !hasFocus();
    if (heading) {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(rect().adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         placeholderText());
    } else {
        QLineEdit::paintEvent(event);
    }
    if (!underMouse() || hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(QPen(secondaryTextColour(palette()), 1.0, Qt::DashLine));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void SenseNameEdit::keep()
{
    const QString name = text().trimmed();
    setText(name);
    if (name == m_given)
        return;
    m_given = name;
    Q_EMIT renamed(name);
}

void SenseNameEdit::showField(bool shown)
{
    QPalette changed = palette();
    const QColor base = QApplication::palette().color(QPalette::Base);
    changed.setColor(QPalette::Base, shown ? base : QColor(Qt::transparent));
    setPalette(changed);
}

} // namespace ui
