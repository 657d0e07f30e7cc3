#pragma once

#include <QLabel>

namespace ui {

/// A wrapped line in secondary text, below what it explains. Follows the palette.
class NoteLabel final : public QLabel {
    Q_OBJECT

public:
    explicit NoteLabel(const QString& text = {}, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();
};

} // namespace ui
