#pragma once

#include "core/evaluation/evaluation.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace ui {

/// One number of an evaluation, as tables show it.
struct EvaluationFigure {
    enum class Form { Number, Share, Count, Interval };

    std::string name; ///< in files: "kendall_tau_b"; an interval takes two, name + "_low", "_high"
    QString heading;
    QString explanation;
    Form form = Form::Number;
    /// nullopt where it is undefined or not known; the lower end of an interval.
    std::optional<double> (*of)(const core::Evaluation&) = nullptr;
    QString absent; ///< shown then
};

/// All of them, the most important ones first: ρ, then its interval.
const std::vector<EvaluationFigure>& evaluationFigures();

/// "0.631", "54.0%", "1,234", "[0.550, 0.702]".
QString figureText(const EvaluationFigure& figure, const core::Evaluation& evaluation);

/// The names that a figure has in a file, and its numbers in full: one each, two of an interval.
std::vector<std::string> fileNames(const EvaluationFigure& figure);
std::vector<std::string> fileCells(const EvaluationFigure& figure,
                                   const core::Evaluation& evaluation);

} // namespace ui
