#pragma once

#include <QObject>
#include <QPointer>

class QMessageBox;

namespace ui {

class MainWindow;
class TrainingSession;

/// A window that is closed while a training is under way asks first: stop and keep what was
/// learned, throw it away, or go on. A training that ends meanwhile answers for the person.
class ClosingQuestion final : public QObject {
    Q_OBJECT

public:
    /// training   outlives the window, whose child this becomes
    ClosingQuestion(MainWindow& window, TrainingSession& training);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask();
    void close(); ///< without a further question

    MainWindow& m_window;
    TrainingSession& m_training;
    QPointer<QMessageBox> m_box;
    bool m_keeping = false; ///< stopped, and the window closes when the run is stored
    bool m_leaving = false; ///< there is nothing left to ask
};

} // namespace ui
