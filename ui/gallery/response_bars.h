#pragma once

#include "core/study/predict.h"

#include <QWidget>

#include <vector>

namespace ui {

/// How strongly each sense of a run answers to one image: a row a sense, its bar from zero to the
/// left or right. The sense that answers, the strongest of its polarity, stands in bold.
class ResponseBars final : public QWidget {
    Q_OBJECT

public:
    explicit ResponseBars(QWidget* parent = nullptr);

    void setResponses(const std::vector<core::ImageResponse>& responses);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight() const;
    void paintRow(QPainter& painter, const core::ImageResponse& row, const QRect& area) const;

    std::vector<core::ImageResponse> m_responses;
    float m_largest = 0.0F; ///< absolute response
};

} // namespace ui
