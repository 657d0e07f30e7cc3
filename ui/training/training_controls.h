#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

/// Start, Pause and Stop, each enabled when it means something, and how the training stands.
class TrainingControls final : public QWidget {
    Q_OBJECT

public:
    enum class State { Idle, Preparing, Training, Paused, Stopping };

    explicit TrainingControls(QWidget* parent = nullptr);

    void setState(State state);
    State state() const { return m_state; }
    void setStatus(const QString& text);
    void setFailure(const QString& text); ///< a status that begins with a sign of trouble

Q_SIGNALS:
    void startRequested();
    void pauseRequested(bool paused);
    void stopRequested();

private:
    void stop();

    QPushButton* m_start;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QLabel* m_status;
    State m_state = State::Idle;
};

} // namespace ui
