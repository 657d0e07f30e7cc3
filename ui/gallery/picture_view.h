#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>

namespace ui {

/// One picture, as large as fits, or a sentence in its place.
class PictureView final : public QWidget {
    Q_OBJECT

public:
    explicit PictureView(QWidget* parent = nullptr);

    void setPicture(const QImage& picture, const QString& accessibleName);
    void setMessage(const QString& message); ///< takes the picture away; plain text

    QSize sizeHint() const override;
    int heightForWidth(int width) const override; ///< of the picture; a square before it is there

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_picture;
    QPixmap m_scaled; ///< of m_picture, for the size that was painted last
    QString m_message;
};

} // namespace ui
