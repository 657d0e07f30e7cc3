#include "ui/senses/elided_line.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace ui {

ElidedLine::ElidedLine(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ElidedLine::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    setToolTip(QStringLiteral("<qt>%1</qt>")
                   .arg(text.toHtmlEscaped())); // a tool tip would read marks in words as HTML
    update();
}

QSize ElidedLine::sizeHint() const
{
    return {24 * kGrid, fontMetrics().height()};
}

QSize ElidedLine::minimumSizeHint() const
{
    return {8 * kGrid, fontMetrics().height()};
}

void ElidedLine::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setPen(secondaryTextColour(palette()));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

} // namespace ui
