#pragma once

#include "core/study/runs.h"

#include <QWidget>

#include <array>

class QComboBox;
class QRadioButton;
class QSpinBox;
class QToolButton;

namespace ui {

class ExpertSettings;
class FieldColumn;
class LessonSettings;
class QuietLabel;

/// What a run is to learn: every combination that can be entered can be trained.
class TrainingForm final : public QWidget {
    Q_OBJECT

public:
    explicit TrainingForm(QWidget* parent = nullptr);

    /// Offers the levels that have a measure, the targets and splits that have a column, and the
    /// feature sets (the newest at first) of this project; the other settings stay.
    void setProject(const core::Project& project);
    core::TrainRequest request() const;
    void resetToDefaults(); ///< those of core::TrainingOptions, combined engagement

private:
    struct Level {
        core::EngagementChoice choice = core::EngagementChoice::Combined;
        QRadioButton* button = nullptr;
        QuietLabel* measures = nullptr;
    };

    void addEngagement(FieldColumn& column);
    void addData(FieldColumn& column);
    void addSenses(FieldColumn& column);
    void addExpert(FieldColumn& column);
    void explainSenses();
    void explainMargin();
    core::Margin margin() const;

    std::array<Level, 3> m_levels;
    QComboBox* m_features;
    LessonSettings* m_lesson;
    QSpinBox* m_popular;
    QSpinBox* m_unpopular;
    QuietLabel* m_sensesNote = nullptr;
    QComboBox* m_margin;
    QuietLabel* m_marginNote = nullptr;
    QToolButton* m_expertButton;
    ExpertSettings* m_expert;
};

} // namespace ui
