#pragma once

#include "core/images/bitmap.h"

#include <QImage>
#include <QWidget>

namespace ui {

/// The mean of many pictures as a square; a quiet word in its place while there is none.
class SenseMean final : public QWidget {
    Q_OBJECT

public:
    /// side   device-independent pixels
    explicit SenseMean(int side, QWidget* parent = nullptr);

    void setPicture(const core::Bitmap& picture); ///< empty: blank
    bool blank() const { return m_picture.isNull(); }
    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_side;
    QImage m_picture;
};

} // namespace ui
