#pragma once

#include <QString>

#include <vector>

namespace ui {

/// One axis of a plot: its range, its marks and how a value becomes a place between 0 and 1.
struct PlotAxis {
    struct Mark {
        double value;
        QString label;
    };

    QString title;
    double low = 0.0;
    double high = 1.0;
    bool logarithmic = false; ///< then low > 0
    std::vector<Mark> marks;  ///< ascending, within the range

    /// 0 at `low`, 1 at `high`; beyond them outside of that.
    double place(double value) const;
};

/// A linear axis over [low, high], both widened to round numbers; about `marks` marks.
PlotAxis linearAxis(const QString& title, double low, double high, int marks = 5);

/// A logarithmic axis over [low, high] (0 < low < high), its marks at powers of ten; where they are
/// many, at every second or third one.
PlotAxis logarithmicAxis(const QString& title, double low, double high, int mostMarks = 7);

/// 1,500 as "1.5k", 26,000,000,000 as "26G".
QString shortNumber(double value);

} // namespace ui
