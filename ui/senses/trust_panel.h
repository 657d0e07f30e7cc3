#pragma once

#include "core/study/trust.h"

#include <QString>
#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;

namespace ui {

class QuietLabel;

/// How many other trainings the stability of senses is measured on.
constexpr int kStabilitySeeds = 5;

/// What one sense rests on: the interval of its popularity, its authors, the sense most like it and
/// how well it is found again by trainings with other seeds, which are a button's work.
class TrustPanel final : public QWidget {
    Q_OBJECT

public:
    explicit TrustPanel(QWidget* parent = nullptr);

    /// trust       null: not known yet
    /// measuring   the other trainings are under way
    void showTrust(const core::SenseTrust* trust, bool measuring);
    void showFailed(const QString& message); ///< until the next showTrust()

Q_SIGNALS:
    void stabilityRequested();

private:
    void showRow(QLabel& value, const QString& text); ///< empty: hidden

    QFormLayout* m_form;
    QLabel* m_popularity = nullptr;
    QLabel* m_authors = nullptr;
    QLabel* m_sibling = nullptr;
    QLabel* m_stability = nullptr;
    QPushButton* m_measure;
    QuietLabel* m_failure;
};

} // namespace ui
