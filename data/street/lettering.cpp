#include "data/street/lettering.h"

#include <QFont>

namespace samples {

namespace {

QFont fontOf(const Lettering& lettering)
{
    QFont font;
    switch (lettering.face) {
    case Face::Sans:
        font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
        font.setStyleHint(QFont::SansSerif);
        break;
    case Face::Serif:
        font.setFamilies({QStringLiteral("Noto Serif"), QStringLiteral("DejaVu Serif")});
        font.setStyleHint(QFont::Serif);
        break;
    case Face::Mono:
        font.setFamilies({QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono")});
        font.setStyleHint(QFont::Monospace);
        break;
    }
    font.setPixelSize(lettering.size);
    font.setBold(lettering.bold);
    font.setItalic(lettering.italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

void drawText(QPainter& painter, const QRectF& area, const Lettering& lettering)
{
    painter.setFont(fontOf(lettering));
    painter.drawText(area, lettering.alignment | Qt::TextWordWrap, lettering.text);
}

QRectF textBounds(QPainter& painter, const QRectF& area, const Lettering& lettering)
{
    painter.setFont(fontOf(lettering));
    return painter.boundingRect(area, lettering.alignment | Qt::TextWordWrap, lettering.text);
}

} // namespace samples
