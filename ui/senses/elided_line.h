#pragma once

#include <QWidget>

namespace ui {

/// One line of secondary text, cut with an ellipsis where it does not fit; the tool tip has it all.
class ElidedLine final : public QWidget {
    Q_OBJECT

public:
    explicit ElidedLine(QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

} // namespace ui
