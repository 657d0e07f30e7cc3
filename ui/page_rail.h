#pragma once

#include <QWidget>

class QButtonGroup;

namespace ui {

enum class Page { Collection, Train, Senses, Compare };

/// The pages of the window, one under the other at its left. Ctrl+1 … Ctrl+4 and the arrow keys
/// choose; it is drawn in the colours of the palette.
class PageRail final : public QWidget {
    Q_OBJECT

public:
    explicit PageRail(QWidget* parent = nullptr);

    /// No pageChosen() follows. nullopt-like: clearCurrent() leaves none chosen.
    void setCurrent(Page page);
    void clearCurrent();

Q_SIGNALS:
    void pageChosen(ui::Page page);

protected:
    void changeEvent(QEvent* event) override;

private:
    void drawIcons();

    QButtonGroup* m_buttons;
};

} // namespace ui
