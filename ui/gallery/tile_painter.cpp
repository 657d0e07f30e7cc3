#include "ui/gallery/tile_painter.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui {

namespace {

constexpr int kMargin = kGrid / 2 + 2;
constexpr int kCaptionGap = 4;
constexpr qreal kRadius = 4.0;
constexpr qint64 kScalingMilliseconds = 6; ///< of a frame of 16

/// Between the window's colour and its text's: a surface that is there but says nothing.
QColor surface(const QPalette& palette, qreal strength)
{
    QColor colour = palette.color(QPalette::WindowText);
    colour.setAlphaF(static_cast<float>(strength));
    return colour;
}

/// A frame with a zigzag crack, sized to `area`'s shorter side.
void paintBrokenGlyph(QPainter& painter, const QRectF& area)
{
    const qreal size = std::min(area.width(), area.height());
    const QRectF frame(area.center().x() - size / 2, area.center().y() - size * 0.4, size,
                       size * 0.8);
    painter.drawRoundedRect(frame, 3, 3);
    const std::array crack{frame.topLeft() + QPointF(size * 0.62, 0),
                           frame.topLeft() + QPointF(size * 0.46, size * 0.28),
                           frame.topLeft() + QPointF(size * 0.60, size * 0.46),
                           frame.topLeft() + QPointF(size * 0.42, size * 0.80)};
    painter.drawPolyline(crack.data(), int(crack.size()));
}

QPixmap rounded(const QImage& picture, QSize pixels, qreal ratio)
{
    const QImage scaled = picture.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage tile(pixels, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    {
        QPainter painter(&tile);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(scaled));
        painter.drawRoundedRect(QRectF(QPointF(), QSizeF(pixels)), kRadius * ratio,
                                kRadius * ratio);
    }
    tile.setDevicePixelRatio(ratio);
    return QPixmap::fromImage(std::move(tile));
}

} // namespace

TilePainter::TilePainter(ThumbnailLoader& loader, const ImageModel& model, QObject* parent)
    : QAbstractItemDelegate(parent)
    , m_loader(loader)
    , m_model(model)
{
    m_sincePaint.start();
}

void TilePainter::setSide(int pixels)
{
    m_side = pixels;
    m_pixmaps.clear();
}

QSize TilePainter::tileSize(const QFontMetrics& metrics) const
{
    const int caption = m_model.captioned() ? metrics.height() + kCaptionGap : 0;
    return {m_side + 2 * kMargin, m_side + 2 * kMargin + caption};
}

void TilePainter::setCell(QSize cell)
{
    m_cell = cell;
}

void TilePainter::setTilesOnScreen(int count)
{
    m_pixmaps.setMaxCost(std::max(64, 3 * count));
}

void TilePainter::clear()
{
    m_pixmaps.clear();
    m_waiting.clear();
}

void TilePainter::beginPaint()
{
    m_unfinished = false;
    m_sincePaint.restart();
}

int TilePainter::takeWaiting(core::ImageKey key)
{
    const auto place = m_waiting.constFind(key);
    if (place == m_waiting.constEnd())
        return -1;
    const int row = *place;
    m_waiting.erase(place);
    return row;
}

QSize TilePainter::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return m_cell.isValid() ? m_cell : tileSize(option.fontMetrics);
}

QRect TilePainter::pictureArea(const QRect& cell) const
{
    return {cell.x() + (cell.width() - m_side) / 2, cell.y() + kMargin, m_side, m_side};
}

QPixmap TilePainter::scaledPicture(core::ImageKey key, int row, qreal ratio) const
{
    if (const auto* kept = m_pixmaps.object(key);
        kept != nullptr && kept->devicePixelRatio() == ratio)
        return *kept;
    const QImage picture = m_loader.thumbnail(key);
    if (picture.isNull()) {
        if (!m_loader.failed(key))
            m_waiting.insert(key, row);
        return {};
    }
    if (m_sincePaint.elapsed() > kScalingMilliseconds) {
        m_unfinished = true;
        return {};
    }
    const int longest = qRound(m_side * ratio);
    const QSize pixels =
        picture.size().scaled(longest, longest, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    QPixmap pixmap = rounded(picture, pixels, ratio);
    m_pixmaps.insert(key, new QPixmap(pixmap));
    return pixmap;
}

void TilePainter::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect area = pictureArea(option.rect);
    QRectF around = paintPicture(*painter, area, index);
    if (around.isEmpty()) {
        paintCard(*painter, option, area, index);
        around = area;
    }
    if (const auto others = m_model.others(m_model.key(index.row())); others > 0)
        paintBadge(*painter, option, around, others);
    const bool current = option.state.testFlag(QStyle::State_HasFocus);
    if (current || option.state.testAnyFlags(QStyle::State_Selected | QStyle::State_MouseOver))
        paintRing(*painter, option, around, current);
    if (m_model.captioned())
        paintCaption(*painter, option, index);
    painter->restore();
}

QRectF TilePainter::paintPicture(QPainter& painter, const QRect& area,
                                 const QModelIndex& index) const
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPixmap pixmap = scaledPicture(m_model.key(index.row()), index.row(), ratio);
    if (pixmap.isNull())
        return {};
    const QSizeF size = pixmap.deviceIndependentSize();
    const QPointF corner(area.x() + std::floor((area.width() - size.width()) / 2),
                         area.y() + std::floor((area.height() - size.height()) / 2));
    painter.drawPixmap(corner, pixmap);
    return {corner, size};
}

void TilePainter::paintCard(QPainter& painter, const QStyleOptionViewItem& option,
                            const QRect& area, const QModelIndex& index) const
{
    const auto key = m_model.key(index.row());
    painter.setPen(Qt::NoPen);
    painter.setBrush(surface(option.palette, 0.06));
    painter.drawRoundedRect(area, kRadius, kRadius);
    if (!m_loader.failed(key))
        return; // a quiet place where the picture will be

    const QRect inner = area.adjusted(kGrid, kGrid, -kGrid, -kGrid);
    const int line = option.fontMetrics.lineSpacing();
    const QString id = m_model.id(key);
    painter.setPen(option.palette.color(QPalette::WindowText));
    painter.drawText(QRect(inner.topLeft(), QSize(inner.width(), line)),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     option.fontMetrics.elidedText(id, Qt::ElideMiddle, inner.width()));
    const QRect rest = inner.adjusted(0, line + 2, 0, 0);
    const QColor quiet = secondaryTextColour(option.palette);
    painter.setPen(quiet);
    if (m_model.file(key).empty()) {
        const auto words = m_loader.text(key);
        if (!words)
            m_waiting.insert(key, index.row());
        painter.setClipRect(rest);
        painter.drawText(rest,
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere | Qt::TextWordWrap,
                         words.value_or(QString()));
        painter.setClipping(false);
        return;
    }
    painter.drawText(rest, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap,
                     tr("Cannot be read"));
    painter.setPen(QPen(quiet, 1.5));
    painter.setBrush(Qt::NoBrush);
    const int glyph = std::min(rest.height() - 3 * line, area.width() / 3);
    if (glyph >= 12)
        paintBrokenGlyph(painter,
                         QRectF(rest.center().x() - glyph / 2.0,
                                rest.top() + (rest.height() - line - glyph) / 2.0, glyph, glyph));
}

void TilePainter::paintRing(QPainter& painter, const QStyleOptionViewItem& option,
                            const QRectF& around, bool current)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QColor colour = option.palette.color(QPalette::Highlight);
    qreal width = current ? 3.0 : 2.0;
    if (!selected && !current) { // the mouse is over it
        colour = surface(option.palette, 0.35);
        width = 1.0;
    }
    const qreal out = 1.5 + width / 2;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, width, current && !selected ? Qt::DotLine : Qt::SolidLine));
    painter.drawRoundedRect(around.adjusted(-out, -out, out, out), kRadius + out, kRadius + out);
}

/// "+3" on the picture's upper right corner, on the window's colour so that it is read on any
/// picture.
void TilePainter::paintBadge(QPainter& painter, const QStyleOptionViewItem& option,
                             const QRectF& around, qint64 others)
{
    const QString text = QStringLiteral("+") + QLocale().toString(others);
    const auto& metrics = option.fontMetrics;
    const qreal height = metrics.height();
    const qreal width = std::max(height, metrics.horizontalAdvance(text) + 1.25 * kGrid);
    const QRectF badge(around.right() - width - kGrid / 2.0, around.top() + kGrid / 2.0, width,
                       height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(option.palette.color(QPalette::Window));
    painter.drawRoundedRect(badge, height / 2, height / 2);
    painter.setPen(option.palette.color(QPalette::WindowText));
    painter.drawText(badge, Qt::AlignCenter, text);
}

void TilePainter::paintCaption(QPainter& painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const QRect area = pictureArea(option.rect);
    const QRect line(area.left(), area.bottom() + 1 + kCaptionGap, area.width(),
                     option.fontMetrics.height());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter.setPen(selected ? option.palette.color(QPalette::WindowText)
                            : secondaryTextColour(option.palette));
    const QString text = index.data(ImageModel::CaptionRole).toString();
    painter.drawText(line, Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextSingleLine,
                     option.fontMetrics.elidedText(text, Qt::ElideRight, line.width()));
}

} // namespace ui
