#pragma once

#include "core/evaluation/rank_correlation.h"
#include "core/study/overview.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QMenu;
class QPainter;

namespace ui {

/// The numbers of a chart as they are exported: a header, then rows.
struct ChartTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

/// What every chart has: a title, a place to draw, a sentence in place of an empty plot, and export
/// where it stands (a button in its corner and the context menu): PNG at a chosen scale, SVG, PDF
/// and CSV of its numbers. Follows the palette.
///
/// The plots are painted here, without Qt Charts: that module is deprecated since Qt 6.10, has no
/// error bars and no zero on a logarithmic axis, and takes 35 ms for a line of 10,000 points.
class Chart : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chart)

public:
    enum class Format { Png, Svg, Pdf, Csv };

    explicit Chart(const QString& title, QWidget* parent = nullptr);
    ~Chart() override;

    void setTitle(const QString& title);
    QString title() const;
    /// Shown in place of the plot while there is nothing to plot.
    void setEmptyText(const QString& text);
    /// Pictures are drawn on white, as large as the chart stands on the screen (at least 640 ×
    /// 400). Throws core::Error naming the file. scale: of the PNG, 1 to 8.
    void exportTo(const QString& file, Format format, double scale = 2.0) const;
    virtual ChartTable table() const = 0;
    virtual bool empty() const = 0;

protected:
    /// Draws the plot into `area` in the colours of `palette`; called where it is not empty.
    virtual void draw(QPainter& painter, const QRectF& area, const QPalette& palette) const = 0;
    void redraw(); ///< the values have changed
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Parts;
    class Surface;
    QSize pictureSize() const;
    void drawAll(QPainter& painter, const QSizeF& size) const;
    void askAndExport(Format format);
    void writePicture(const QString& file, Format format, double scale) const;

    std::unique_ptr<Parts> m_parts;
};

} // namespace ui
