#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// A share of images as a thin bar; its number stands in a text beside it.
class ShareBar final : public QWidget {
    Q_OBJECT

public:
    explicit ShareBar(QWidget* parent = nullptr);

    /// share   in [0, 1]
    void setShare(double share, Accent accent);
    QSize sizeHint() const override { return {12 * kGrid, kGrid}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share = 0.0;
    Accent m_accent = Accent::Neutral;
};

} // namespace ui
