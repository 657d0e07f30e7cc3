#pragma once

#include "core/study/senses.h"
#include "ui/senses/words_file.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QMenu;
class QProgressBar;
class QToolButton;

namespace ui {

/// Which run, whose images, which words; export; and what is going on.
class SensesHeader final : public QWidget {
    Q_OBJECT

public:
    explicit SensesHeader(QWidget* parent = nullptr);

    /// Keeps the current run where it is still there, else takes the newest; says nothing.
    void setRuns(const std::vector<core::RunInfo>& runs);
    bool setCurrentRun(const QString& run); ///< false: there is none of this name; says nothing
    QString currentRun() const;             ///< empty: none
    core::SensesOptions options() const { return m_options; }
    void setExportable(bool senses, bool pictures);
    void showStatus(const QString& text, bool busy); ///< empty: nothing to say

Q_SIGNALS:
    void changed(); ///< another run or other options were chosen here
    void wordsExportRequested(WordsFormat format);
    void contactSheetsRequested();

private:
    void makeRow();
    void makeShowMenu();
    void makeExportMenu();
    template <typename Value>
    void addChoices(QMenu* menu, const QList<QPair<QString, Value>>& choices,
                    Value core::SensesOptions::*field);

    core::SensesOptions m_options;
    QComboBox* m_runs;
    QComboBox* m_split;
    QToolButton* m_show;
    QToolButton* m_export;
    QAction* m_contactSheets = nullptr;
    QWidget* m_status;
    QLabel* m_statusText;
    QProgressBar* m_busy;
};

} // namespace ui
