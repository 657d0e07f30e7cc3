#pragma once

#include <QString>
#include <QWidget>

namespace ui {

class Job;

/// The jobs under way, in the status bar: what is done, progress, time left and Cancel for each.
/// With several, the newest is shown and the others are in a list that a button opens.
class JobBar final : public QWidget {
    Q_OBJECT

public:
    explicit JobBar(QWidget* parent = nullptr);

    /// Follows a job until it ends or is destroyed.
    void follow(Job& job);

    /// The same for work that is no Job (a training); one at a time, by name.
    void showWork(const QString& title, double fraction, double secondsLeft);
    void hideWork();

Q_SIGNALS:
    void workCancelRequested(); ///< Cancel of what showWork() shows

private:
    struct Parts;
    Parts* m_parts; // a child object
};

/// "2 min 10 s left", "less than a second left"; empty where it is not known (below 0).
QString timeLeftText(double seconds);

} // namespace ui
