#pragma once

#include "core/ranking/trainer.h"

#include <QWidget>

#include <vector>

class QLabel;
class QSlider;
class QTimer;
class QToolButton;

namespace ui {

/// Goes back and forth through the snapshots of a run, and replays them in three seconds. While a
/// run is live it follows the newest snapshot, until a person moves it and until "Live" is pressed.
class SnapshotScrubber final : public QWidget {
    Q_OBJECT

public:
    explicit SnapshotScrubber(QWidget* parent = nullptr);

    void clear();
    /// A run that is over, at its last snapshot. Emits snapshotShown() unless there is none.
    void setSnapshots(std::vector<core::TrainingSnapshot> snapshots);
    void beginLive(); ///< clears, and follows what comes
    void append(const core::TrainingSnapshot& snapshot);
    void endLive(); ///< what came stays to be looked at
    bool following() const { return m_following; }
    const std::vector<core::TrainingSnapshot>& snapshots() const { return m_snapshots; }
    void setReplayMilliseconds(int milliseconds) { m_replayMs = milliseconds; }

Q_SIGNALS:
    void snapshotShown(const core::TrainingSnapshot& snapshot);

private:
    void play(bool playing);
    void playNext();
    void showPlace(int place);
    void movedByHand();
    void stopPlaying();
    void setFollowing(bool following);
    void refresh();

    QToolButton* m_play;
    QSlider* m_slider;
    QLabel* m_label;
    QToolButton* m_liveButton;
    QTimer* m_timer;
    std::vector<core::TrainingSnapshot> m_snapshots;
    int m_replayMs = 3000;
    int m_frame = 0; ///< of the replay
    int m_frames = 0;
    int m_from = 0; ///< the place that the replay began at
    bool m_live = false;
    bool m_following = false;
};

} // namespace ui
