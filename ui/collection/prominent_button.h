#pragma once

#include <QPushButton>

namespace ui {

/// The one thing to do next: a button in the palette's highlight.
class ProminentButton final : public QPushButton {
    Q_OBJECT

public:
    explicit ProminentButton(const QString& text, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();
};

} // namespace ui
