#pragma once

#include "core/study/runs.h"

#include <QWidget>

#include <array>
#include <vector>

class QCheckBox;
class QPushButton;
class QSpinBox;

namespace ui {

class QuietLabel;

/// Which engagement levels to train, alike in all but the level. A level that cannot be trained
/// here says why.
class LevelsForm final : public QWidget {
    Q_OBJECT

public:
    explicit LevelsForm(QWidget* parent = nullptr);

    void setProject(const core::Project& project);
    void showTraining(bool running);

Q_SIGNALS:
    void trainRequested(const std::vector<core::TrainRequest>& requests);
    void extractRequested();

private:
    struct Level {
        core::EngagementChoice choice = core::EngagementChoice::Low;
        QCheckBox* box = nullptr;
        QuietLabel* note = nullptr;
    };

    Level makeLevel(core::EngagementChoice choice);
    static void showLevel(const Level& level, const core::Collection& collection);
    void showState();
    std::vector<core::TrainRequest> requests() const;

    std::array<Level, 3> m_levels;
    QSpinBox* m_popular;
    QSpinBox* m_unpopular;
    QSpinBox* m_seed;
    QPushButton* m_train;
    QuietLabel* m_note;
    bool m_features = false;
    bool m_training = false;
};

} // namespace ui
