#include "ui/training/note_label.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>

namespace ui {

NoteLabel::NoteLabel(const QString& text, QWidget* parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    recolour();
}

void NoteLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        recolour();
}

// From the application's palette: the label's own has the colour set here in it already.
void NoteLabel::recolour()
{
    const QColor colour = secondaryTextColour(QApplication::palette());
    if (palette().color(QPalette::WindowText) == colour)
        return;
    QPalette changed = palette();
    changed.setColor(QPalette::WindowText, colour);
    setPalette(changed);
}

} // namespace ui
