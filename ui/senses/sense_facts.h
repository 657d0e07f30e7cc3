#pragma once

#include "core/study/senses.h"

#include <QWidget>

class QLabel;

namespace ui {

class SenseMean;
class QuietLabel;
class ShareBar;

/// One sense in figures: its mean image, the share of images that it wins, and how popular they
/// typically are.
class SenseFacts final : public QWidget {
    Q_OBJECT

public:
    explicit SenseFacts(QWidget* parent = nullptr);

    void showSense(const core::Sense& sense, const core::Senses& senses);
    void showMean(const core::Bitmap& mean);
    void setPictures(bool pictures); ///< without them there is no mean image

private:
    SenseMean* m_mean;
    ShareBar* m_bar;
    QLabel* m_share;
    QuietLabel* m_won;
    QLabel* m_typical;
    QuietLabel* m_typicalNote;
};

} // namespace ui
