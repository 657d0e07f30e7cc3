#pragma once

#include <QLabel>

namespace ui {

/// Plain text that stands out, in a tone that follows the palette. Nothing that comes from a table
/// is ever read as HTML.
class ToneLabel final : public QLabel {
    Q_OBJECT

public:
    enum class Tone {
        Heading, ///< of a section
        Title,   ///< of a page or dialog
        Badge    ///< a word with an outline, beside a title
    };

    explicit ToneLabel(Tone tone, const QString& text = {}, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void colour();

    Tone m_tone;
};

} // namespace ui
