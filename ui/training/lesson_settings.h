#pragma once

#include "core/study/runs.h"

#include <QObject>

class QComboBox;
class QLineEdit;

namespace ui {

class FieldColumn;
class QuietLabel;

/// What a run is to order and which images judge it: target, split and split seed. A choice whose
/// column the collection lacks stays in the list, disabled, and says what is missing.
class LessonSettings final : public QObject {
    Q_OBJECT

public:
    /// The fields become children of `parent`.
    explicit LessonSettings(QWidget* parent);

    void addTarget(FieldColumn& column);
    void addSplit(FieldColumn& column);

    /// Choices that this project does not have fall back to the first.
    void setProject(const core::Project& project);
    void applyTo(core::TrainRequest& request) const;
    void reset();

private:
    std::optional<core::SplitRule> rule() const; ///< nullopt: the project's own split
    void explainTarget();
    void explainSplit();

    QComboBox* m_target;
    QuietLabel* m_targetNote = nullptr;
    QComboBox* m_split;
    QuietLabel* m_splitNote = nullptr;
    QLineEdit* m_seed;
};

} // namespace ui
