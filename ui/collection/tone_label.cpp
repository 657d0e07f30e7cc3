#include "ui/collection/tone_label.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace ui {

ToneLabel::ToneLabel(Tone tone, const QString& text, QWidget* parent)
    : QLabel(text, parent)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(tone != Tone::Badge);
    QFont larger = font();
    if (tone == Tone::Title)
        larger.setPointSizeF(larger.pointSizeF() * 1.5);
    if (tone != Tone::Badge)
        larger.setWeight(QFont::DemiBold);
    setFont(larger);
    if (tone == Tone::Badge)
        setContentsMargins(kGrid, kGrid / 4, kGrid, kGrid / 4);
    colour();
}

void ToneLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void ToneLabel::paintEvent(QPaintEvent* event)
{
    if (m_tone == Tone::Badge) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kGrid / 2.0,
                                kGrid / 2.0);
    }
    QLabel::paintEvent(event);
}

void ToneLabel::colour()
{
    if (m_tone != Tone::Badge)
        return;
    const QColor wanted = secondaryTextColour(palette());
    if (palette().color(QPalette::WindowText) == wanted)
        return; // setPalette below comes back here
    QPalette own = palette();
    own.setColor(QPalette::WindowText, wanted);
    setPalette(own);
}

} // namespace ui
