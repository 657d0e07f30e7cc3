#include "ui/collection/named_mean.h"

#include "ui/collection/tone_label.h"
#include "ui/collection/wording.h"
#include "ui/gallery/bitmap_image.h"
#include "ui/theme/quiet_label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kBand = kGrid / 2; // of the accent, beneath the picture

QString usedText(const core::MeanImage& mean)
{
    QString used = counted(static_cast<qint64>(mean.used), NamedMean::tr("1 picture"),
                           NamedMean::tr("%1 pictures"));
    if (mean.skipped == 0)
        return used;
    return NamedMean::tr("%1, %2 unreadable").arg(used).arg(mean.skipped);
}

} // namespace

SquarePicture::SquarePicture(Accent accent, QWidget* parent)
    : QWidget(parent)
    , m_accent(accent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SquarePicture::setPicture(const QImage& picture)
{
    m_picture = picture;
    update();
}

QSize SquarePicture::sizeHint() const
{
    return {14 * kGrid, heightForWidth(14 * kGrid)};
}

QSize SquarePicture::minimumSizeHint() const
{
    return {8 * kGrid, heightForWidth(8 * kGrid)};
}

int SquarePicture::heightForWidth(int width) const
{
    return width + kBand;
}

void SquarePicture::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRect place(0, 0, width(), height() - kBand);
    if (m_picture.isNull()) {
        painter.fillRect(place, palette().color(QPalette::AlternateBase));
    } else {
        const auto pixels = (QSizeF(place.size()) * devicePixelRatioF()).toSize();
        painter.drawImage(
            place, m_picture.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    painter.fillRect(QRect(0, place.height(), width(), kBand), accentColour(m_accent, palette()));
}

NamedMean::NamedMean(Accent accent, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_square(new SquarePicture(accent, this))
    , m_name(new ToneLabel(ToneLabel::Tone::Heading, name, this))
    , m_used(new QuietLabel(QString(), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_square);
    column->addWidget(m_name);
    column->addWidget(m_used);
    column->addStretch(1);
    clear();
}

void NamedMean::showMean(const core::MeanImage& mean)
{
    m_square->setPicture(imageOf(mean.picture));
    m_used->setText(usedText(mean));
    m_square->setAccessibleName(tr("Mean image, %1, of %2").arg(name(), m_used->text()));
}

void NamedMean::clear()
{
    m_square->setPicture({});
    m_used->clear();
    m_square->setAccessibleName(tr("Mean image, %1, not computed yet").arg(name()));
}

QString NamedMean::name() const
{
    return m_name->text();
}

} // namespace ui
