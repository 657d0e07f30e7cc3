#pragma once

#include <QLabel>

namespace ui {

/// Wrapped plain text in the secondary colour: an explanation that steps back. Follows the palette.
class QuietLabel final : public QLabel {
    Q_OBJECT

public:
    explicit QuietLabel(const QString& text = {}, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();
};

} // namespace ui
