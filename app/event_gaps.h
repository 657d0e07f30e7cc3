#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <vector>

namespace app {

/// Measures how long the event loop was away from its work: a timer of 1 ms, and by how much each
/// of its ticks came late. For tests of the window's promise that nothing takes over 16 ms.
class EventGaps final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventGaps)

public:
    /// file   written when this is destroyed: how many gaps were over 16, 33, 50 ms, and when
    ///        the longest ones were, in seconds from the start
    explicit EventGaps(QString file, QObject* parent = nullptr);
    ~EventGaps() override;

private:
    struct Gap {
        double milliseconds = 0.0;
        double atSecond = 0.0;
    };

    void tick();

    QString m_file;
    QTimer m_timer;
    QElapsedTimer m_since;
    QElapsedTimer m_begun;
    std::vector<Gap> m_gaps; ///< those over 8 ms
    std::size_t m_ticks = 0;
};

} // namespace app
