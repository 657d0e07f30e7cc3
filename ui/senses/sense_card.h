#pragma once

#include "core/study/senses.h"
#include "ui/gallery/thumbnail_loader.h"

#include <QFrame>

class QLabel;

namespace ui {

class ElidedLine;
class SenseMean;
class QuietLabel;
class SenseNameEdit;
class ShareBar;
class TopStrip;

/// One sense at a glance. A click or Enter opens it.
class SenseCard final : public QFrame {
    Q_OBJECT

public:
    /// loader   outlives this
    explicit SenseCard(ThumbnailLoader& loader, QWidget* parent = nullptr);

    void showSense(const core::Sense& sense, const core::Collection& collection);
    void showMean(const core::Bitmap& mean); ///< empty: blank
    void setName(const QString& name);
    const core::SenseId& id() const { return m_sense; }

Q_SIGNALS:
    void opened();
    void renamed(const QString& name);
    void imageSelected(qint64 key);
    void imageActivated(qint64 key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void colourSign();
    void showTop(const core::Sense& sense, const core::Collection& collection);

    core::SenseId m_sense;
    QLabel* m_sign;
    SenseNameEdit* m_name;
    QLabel* m_shareText;
    ShareBar* m_share;
    ElidedLine* m_words;
    SenseMean* m_mean;
    TopStrip* m_strip;
    QuietLabel* m_note; ///< in place of pictures
    ElidedLine* m_typical;
};

} // namespace ui
