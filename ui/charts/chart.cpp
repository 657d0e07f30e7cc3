#include "ui/charts/chart.h"

#include "core/error.h"
#include "core/report/tables.h"

#include <QBuffer>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <sstream>

namespace ui {

namespace {

constexpr int kLeastWidth = 640;
constexpr int kLeastHeight = 400;
constexpr int kScreenDpi = 96;

/// Pictures are for papers and pages: dark on white, whatever the window's colours.
QPalette paper()
{
    QPalette palette(QColor(0xFFFFFF), QColor(0xFFFFFF));
    palette.setColor(QPalette::WindowText, QColor(0x23262B));
    palette.setColor(QPalette::Text, QColor(0x23262B));
    palette.setColor(QPalette::Base, QColor(0xFFFFFF));
    return palette;
}

QFont titleFont(const QFont& font)
{
    QFont bold = font;
    bold.setBold(true);
    return bold;
}

struct FormatInfo {
    Chart::Format format;
    const char* ending;
    const char* action;
};

constexpr std::array<FormatInfo, 4> kFormats = {{
    {Chart::Format::Png, "png", QT_TRANSLATE_NOOP("ui::Chart", "Save as PNG…")},
    {Chart::Format::Svg, "svg", QT_TRANSLATE_NOOP("ui::Chart", "Save as SVG…")},
    {Chart::Format::Pdf, "pdf", QT_TRANSLATE_NOOP("ui::Chart", "Save as PDF…")},
    {Chart::Format::Csv, "csv", QT_TRANSLATE_NOOP("ui::Chart", "Save the numbers as CSV…")},
}};

void save(const QString& file, const QByteArray& bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        throw core::Error(file.toStdString() + " cannot be written ("
                          + out.errorString().toStdString() + "): choose another place.");
}

} // namespace

/// Where the plot is painted.
class Chart::Surface final : public QWidget {
public:
    explicit Surface(Chart& chart)
        : QWidget(&chart)
        , m_chart(chart)
    {
        setMinimumSize(20 * kGrid, 15 * kGrid);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }

    QSize sizeHint() const override { return {40 * kGrid, 26 * kGrid}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override;

private:
    Chart& m_chart;
};

struct Chart::Parts {
    QLabel* title = nullptr;
    QToolButton* button = nullptr;
    Surface* surface = nullptr;
    QMenu* menu = nullptr;
    QString emptyText;
};

void Chart::Surface::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_chart.empty()) {
        m_chart.draw(painter, rect(), palette());
        return;
    }
    painter.setPen(secondaryTextColour(palette()));
    painter.drawText(rect(), static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap,
                     m_chart.m_parts->emptyText);
}

Chart::Chart(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>())
{
    auto& p = *m_parts;
    p.title = new QLabel(this);
    p.title->setFont(titleFont(font()));
    p.title->setTextFormat(Qt::PlainText);
    p.button = new QToolButton(this);
    p.surface = new Surface(*this);
    p.menu = new QMenu(this);
    for (const auto& info : kFormats)
        p.menu->addAction(tr(info.action), this,
                          [this, format = info.format] { askAndExport(format); });
    p.menu->addSeparator();
    p.menu->addAction(tr("Copy the picture"), this, [this] {
        QImage picture(pictureSize(), QImage::Format_RGB32);
        QPainter painter(&picture);
        drawAll(painter, picture.size());
        painter.end();
        QGuiApplication::clipboard()->setImage(picture);
    });
    p.button->setText(tr("Export"));
    p.button->setAutoRaise(true);
    p.button->setMenu(p.menu);
    p.button->setPopupMode(QToolButton::InstantPopup);

    auto* top = new QHBoxLayout;
    top->addWidget(p.title, 1);
    top->addWidget(p.button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addLayout(top);
    column->addWidget(p.surface, 1);
    setTitle(title);
}

Chart::~Chart() = default;

void Chart::setTitle(const QString& title)
{
    m_parts->title->setText(title);
    m_parts->surface->setAccessibleName(title);
    m_parts->button->setAccessibleName(tr("Export: %1").arg(title));
    m_parts->button->setToolTip(tr("Export this chart"));
}

QString Chart::title() const
{
    return m_parts->title->text();
}

void Chart::setEmptyText(const QString& text)
{
    m_parts->emptyText = text;
    redraw();
}

void Chart::redraw()
{
    m_parts->button->setEnabled(!empty());
    m_parts->surface->setAccessibleDescription(empty() ? m_parts->emptyText : QString());
    m_parts->surface->update();
}

void Chart::contextMenuEvent(QContextMenuEvent* event)
{
    if (!empty())
        m_parts->menu->popup(event->globalPos());
}

QSize Chart::pictureSize() const
{
    return m_parts->surface->size().expandedTo({kLeastWidth, kLeastHeight});
}

void Chart::drawAll(QPainter& painter, const QSizeF& size) const
{
    const auto palette = paper();
    const QRectF page(QPointF(0, 0), size);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(page, palette.color(QPalette::Window));
    const auto inner = page.adjusted(2 * kGrid, kGrid, -2 * kGrid, -kGrid);
    painter.setFont(titleFont(font()));
    painter.setPen(palette.color(QPalette::WindowText));
    const double line = painter.fontMetrics().height();
    painter.drawText(QRectF(inner.left(), inner.top(), inner.width(), line), Qt::AlignLeft,
                     title());
    painter.setFont(font());
    if (!empty())
        draw(painter, inner.adjusted(0, line + kGrid, 0, 0), palette);
}

void Chart::writePicture(const QString& file, Format format, double scale) const
{
    const QSize size = pictureSize();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (format == Format::Png) {
        QImage picture((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
        QPainter painter(&picture);
        painter.scale(scale, scale);
        drawAll(painter, size);
        painter.end();
        picture.save(&buffer, "PNG");
    } else if (format == Format::Svg) {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(kScreenDpi);
        generator.setSize(size);
        generator.setViewBox(QRect({0, 0}, size));
        generator.setTitle(title());
        QPainter painter(&generator);
        drawAll(painter, size);
        painter.end();
    } else {
        QPdfWriter writer(&buffer);
        writer.setResolution(kScreenDpi);
        writer.setPageMargins({});
        constexpr double kPoints = 72.0 / kScreenDpi;
        writer.setPageSize(QPageSize(QSizeF(size) * kPoints, QPageSize::Point));
        writer.setTitle(title());
        QPainter painter(&writer);
        drawAll(painter, size);
        painter.end();
    }
    save(file, bytes);
}

void Chart::exportTo(const QString& file, Format format, double scale) const
{
    if (format != Format::Csv) {
        constexpr double kMost = 8.0;
        writePicture(file, format, std::clamp(scale, 1.0, kMost));
        return;
    }
    const auto numbers = table();
    std::ostringstream out;
    core::writeCsv(out, numbers.header, numbers.rows);
    save(file, QByteArray::fromStdString(out.str()));
}

void Chart::askAndExport(Format format)
{
    const auto* const info =
        std::ranges::find(kFormats, format, [](const FormatInfo& known) { return known.format; });
    auto* dialog = new QFileDialog(this, tr(info->action));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QString::fromLatin1(info->ending));
    dialog->setNameFilter(QStringLiteral("*.") + QString::fromLatin1(info->ending));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString& file) {
        try {
            exportTo(file, format);
        } catch (const std::exception& error) {
            QMessageBox::warning(this, tr("Sensescope"), QString::fromUtf8(error.what()));
        }
    });
    dialog->open();
}

} // namespace ui
