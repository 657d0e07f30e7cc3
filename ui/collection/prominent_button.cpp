#include "ui/collection/prominent_button.h"

#include "ui/theme/theme.h"

#include <QEvent>

#include <algorithm>

namespace ui {

ProminentButton::ProminentButton(const QString& text, QWidget* parent)
    : QPushButton(text, parent)
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    setFont(strong);
    colour();
}

QSize ProminentButton::sizeHint() const
{
    const QSize usual = QPushButton::sizeHint();
    return {usual.width() + 3 * kGrid, std::max(usual.height(), 4 * kGrid)};
}

void ProminentButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void ProminentButton::colour()
{
    const QColor fill = palette().color(QPalette::Active, QPalette::Highlight);
    if (palette().color(QPalette::Active, QPalette::Button) == fill)
        return; // setPalette below comes back here
    QPalette own = palette();
    // Not where it is disabled: that it cannot be pressed must be seen.
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        own.setColor(group, QPalette::Button, fill);
        own.setColor(group, QPalette::ButtonText,
                     palette().color(QPalette::Active, QPalette::HighlightedText));
    }
    setPalette(own);
}

} // namespace ui
