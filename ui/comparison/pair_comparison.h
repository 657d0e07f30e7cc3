#pragma once

#include "core/study/runs.h"

#include <QFrame>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace ui {

class QuietLabel;

/// One run against another: the question, and the answer in a sentence.
class PairComparison final : public QFrame {
    Q_OBJECT

public:
    explicit PairComparison(QWidget* parent = nullptr);

    /// runs   oldest first; at first the newest stands against the one before
    void setRuns(const std::vector<core::RunInfo>& runs);
    /// Ignored where another pair is chosen by now.
    void showComparison(const QString& first, const QString& second,
                        const core::PairedComparison& comparison);
    void showFailed(const QString& message); ///< ignored where nothing was asked of this pair

Q_SIGNALS:
    void compareRequested(const QString& first, const QString& second);

private:
    void showQuestion();

    QComboBox* m_first;
    QComboBox* m_second;
    QPushButton* m_compare;
    QLabel* m_verdict;
    QuietLabel* m_note;
    bool m_asked = false; ///< of the pair that is chosen, and not yet answered
};

} // namespace ui
