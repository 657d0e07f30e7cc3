#pragma once

#include "core/images/mean_image.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QWidget>

class QLabel;

namespace ui {

/// A square picture in a frame of its accent, as wide as it may be.
class SquarePicture final : public QWidget {
    Q_OBJECT

public:
    explicit SquarePicture(Accent accent, QWidget* parent = nullptr);

    void setPicture(const QImage& picture); ///< null: an empty place
    const QImage& picture() const { return m_picture; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Accent m_accent;
    QImage m_picture;
};

/// One mean image with its name and how many pictures went in.
class NamedMean final : public QWidget {
    Q_OBJECT

public:
    /// name   with its sign: "+ Popular"
    NamedMean(Accent accent, const QString& name, QWidget* parent = nullptr);

    void showMean(const core::MeanImage& mean);
    void clear();
    QString name() const;
    const QImage& picture() const { return m_square->picture(); }

private:
    SquarePicture* m_square;
    QLabel* m_name;
    QLabel* m_used;
};

} // namespace ui
