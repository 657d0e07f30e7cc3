#pragma once

#include "core/study/runs.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace ui {

class FieldColumn;
class QuietLabel;

/// The settings that few need to touch, each with the paper's default and what it does.
class ExpertSettings final : public QWidget {
    Q_OBJECT

public:
    explicit ExpertSettings(QWidget* parent = nullptr);

    void applyTo(core::TrainRequest& request) const;
    void showRequest(const core::TrainRequest& request);
    void setMargin(core::Margin margin); ///< α belongs to the soft margin alone

private:
    void addLearning(FieldColumn& column);
    void addRunning(FieldColumn& column);
    bool regularisationIsTyped() const;
    void explainRegularisation();

    QDoubleSpinBox* m_alpha;
    QComboBox* m_initialisation;
    QSpinBox* m_epochs; ///< 0: automatic
    QSpinBox* m_batch;
    QDoubleSpinBox* m_learningRate;
    QLineEdit* m_regularisation; ///< empty: automatic
    QuietLabel* m_regularisationNote = nullptr;
    QCheckBox* m_revive;
    QLineEdit* m_seed;
    QSpinBox* m_threads;
    QLineEdit* m_name;
};

/// A field for a seed, a whole number up to 19 digits; empty where there is none.
QLineEdit* makeSeedEdit(QWidget* parent);
std::optional<std::uint64_t> seedOf(const QLineEdit& edit);

} // namespace ui
