#pragma once

#include <QAbstractButton>
#include <QPixmap>

namespace ui {

/// A thing to begin with, as a card that is pressed: what it is, a sentence about it, and where
/// there is one a strip of pictures above them.
class ChoiceCard final : public QAbstractButton {
    Q_OBJECT

public:
    ChoiceCard(const QString& title, const QString& description, QWidget* parent = nullptr);

    void setPreview(const QPixmap& preview); ///< shown over the card's whole width, cut to a strip

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QFont titleFont() const;
    QRect textArea(int width) const; ///< its height is that of the text
    int previewHeight() const;
    void paintPreview(QPainter& painter) const;

    QString m_description;
    QPixmap m_preview;
};

} // namespace ui
