#include "ui/senses/top_strip.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui {

namespace {

constexpr int kGap = kGrid / 2;

/// The middle of `picture`, scaled to fill `size`.
QPixmap filling(const QImage& picture, const QSize& size, double ratio)
{
    const QSize pixels = size * ratio;
    const QImage scaled =
        picture.scaled(pixels, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    const QPoint corner((scaled.width() - pixels.width()) / 2,
                        (scaled.height() - pixels.height()) / 2);
    QPixmap pixmap = QPixmap::fromImage(scaled.copy(QRect(corner, pixels)));
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace

TopStrip::TopStrip(ThumbnailLoader& loader, int height, QWidget* parent)
    : QWidget(parent)
    , m_loader(loader)
{
    setFixedHeight(height);
    setMouseTracking(true);
    setAccessibleName(tr("Top images of this sense"));
    connect(&m_loader, &ThumbnailLoader::loaded, this, [this](qint64 key) {
        if (std::ranges::find(m_images, key) != m_images.end())
            update();
    });
}

void TopStrip::setImages(const std::vector<core::ImageKey>& images)
{
    m_images = images;
    m_scaled.clear();
    m_hovered.reset();
    update();
}

QSize TopStrip::sizeHint() const
{
    return {5 * (height() + kGap), height()};
}

QSize TopStrip::minimumSizeHint() const
{
    return {height(), height()};
}

void TopStrip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const int shown = std::min(columns(), static_cast<int>(m_images.size()));
    for (int column = 0; column < shown; ++column)
        drawTile(painter, tile(column), m_images[static_cast<std::size_t>(column)]);
}

void TopStrip::resizeEvent(QResizeEvent* event)
{
    m_scaled.clear();
    QWidget::resizeEvent(event);
}

// Taken here, so that a click on a picture shows the picture and does not open the card.
void TopStrip::mousePressEvent(QMouseEvent* event)
{
    event->setAccepted(event->button() == Qt::LeftButton && imageAt(event->pos()).has_value());
}

void TopStrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (const auto key = imageAt(event->pos()); key && event->button() == Qt::LeftButton)
        Q_EMIT imageSelected(*key);
    else
        event->ignore();
}

void TopStrip::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto key = imageAt(event->pos()); key && event->button() == Qt::LeftButton)
        Q_EMIT imageActivated(*key);
    else
        event->ignore();
}

void TopStrip::mouseMoveEvent(QMouseEvent* event)
{
    const auto hovered = imageAt(event->pos());
    if (hovered == m_hovered)
        return;
    m_hovered = hovered;
    setCursor(hovered ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void TopStrip::leaveEvent(QEvent* event)
{
    m_hovered.reset();
    update();
    QWidget::leaveEvent(event);
}

int TopStrip::columns() const
{
    return std::max(1, (width() + kGap) / (height() + kGap));
}

// A little wider than high, so that the row fills the card.
QRect TopStrip::tile(int column) const
{
    const int columnCount = columns();
    const int left = column * (width() + kGap) / columnCount;
    const int right = (column + 1) * (width() + kGap) / columnCount - kGap;
    return {left, 0, right - left, height()};
}

std::optional<core::ImageKey> TopStrip::imageAt(const QPoint& position) const
{
    const int shown = std::min(columns(), static_cast<int>(m_images.size()));
    for (int column = 0; column < shown; ++column) {
        if (tile(column).contains(position))
            return m_images[static_cast<std::size_t>(column)];
    }
    return std::nullopt;
}

void TopStrip::drawTile(QPainter& painter, const QRect& place, core::ImageKey key)
{
    QPainterPath outline;
    outline.addRoundedRect(place, kGrid / 2.0, kGrid / 2.0);
    if (!m_scaled.contains(key)) {
        const QImage picture = m_loader.thumbnail(key);
        if (!picture.isNull())
            m_scaled.insert(key, filling(picture, place.size(), devicePixelRatioF()));
    }
    painter.save();
    painter.setClipPath(outline);
    if (const auto found = m_scaled.constFind(key); found != m_scaled.cend()) {
        painter.drawPixmap(place.topLeft(), *found);
    } else {
        painter.fillRect(place, palette().color(QPalette::AlternateBase));
        painter.setPen(secondaryTextColour(palette()));
        if (m_loader.failed(key))
            painter.drawText(place, Qt::AlignCenter, tr("unreadable"));
    }
    painter.restore();
    if (m_hovered == key) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.drawPath(outline);
    }
}

} // namespace ui
