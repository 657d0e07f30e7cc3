#include "ui/theme/quiet_label.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>

namespace ui {

QuietLabel::QuietLabel(const QString& text, QWidget* parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText); // names and messages come from outside
    setWordWrap(true);
    recolour();
}

void QuietLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        recolour();
}

// From the application's palette: the label's own has this colour in it already.
void QuietLabel::recolour()
{
    const QColor colour = secondaryTextColour(QApplication::palette());
    if (palette().color(QPalette::WindowText) == colour)
        return;
    QPalette changed = palette();
    changed.setColor(QPalette::WindowText, colour);
    setPalette(changed);
}

} // namespace ui
