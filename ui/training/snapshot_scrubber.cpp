#include "ui/training/snapshot_scrubber.h"

#include "ui/theme/theme.h"
#include "ui/training/run_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int kFrameMs = 33;
constexpr int kLongestFrameMs = 400; // a run of few snapshots is not stretched to a slide show

QString describe(const core::TrainingSnapshot& snapshot)
{
    const QLocale locale;
    const QString when =
        snapshot.step == 0
            ? SnapshotScrubber::tr("Start")
            : SnapshotScrubber::tr("%1 · epoch %2 · step %3")
                  .arg(secondsText(snapshot.seconds), locale.toString(snapshot.epoch),
                       locale.toString(static_cast<qulonglong>(snapshot.step)));
    return SnapshotScrubber::tr("%1 · validation ρ %2").arg(when, rhoText(snapshot.validationRho));
}

} // namespace

SnapshotScrubber::SnapshotScrubber(QWidget* parent)
    : QWidget(parent)
    , m_play(new QToolButton(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_label(new QLabel(this))
    , m_liveButton(new QToolButton(this))
    , m_timer(new QTimer(this))
{
    m_play->setObjectName(QStringLiteral("play"));
    m_play->setCheckable(true);
    m_play->setFocusPolicy(Qt::StrongFocus);
    m_slider->setObjectName(QStringLiteral("scrubber"));
    m_slider->setAccessibleName(tr("Moment of the training"));
    m_slider->setMinimumWidth(10 * kGrid);
    m_label->setObjectName(QStringLiteral("moment"));
    m_liveButton->setObjectName(QStringLiteral("live"));
    m_liveButton->setText(tr("Li&ve"));
    m_liveButton->setToolTip(tr("Follow the training again"));
    m_liveButton->setCheckable(true);
    m_liveButton->setFocusPolicy(Qt::StrongFocus);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_play);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_liveButton);
    layout->addWidget(m_label);

    connect(m_play, &QToolButton::toggled, this, &SnapshotScrubber::play);
    connect(m_slider, &QSlider::valueChanged, this, &SnapshotScrubber::movedByHand);
    connect(m_liveButton, &QToolButton::clicked, this, [this] {
        stopPlaying();
        setFollowing(true);
        showPlace(m_slider->maximum());
    });
    connect(m_timer, &QTimer::timeout, this, &SnapshotScrubber::playNext);
    clear();
}

void SnapshotScrubber::clear()
{
    stopPlaying();
    m_snapshots.clear();
    m_live = false;
    setFollowing(false);
    refresh();
}

void SnapshotScrubber::setSnapshots(std::vector<core::TrainingSnapshot> snapshots)
{
    clear();
    m_snapshots = std::move(snapshots);
    refresh();
    showPlace(m_slider->maximum());
}

void SnapshotScrubber::beginLive()
{
    clear();
    m_live = true;
    setFollowing(true);
    refresh();
}

void SnapshotScrubber::append(const core::TrainingSnapshot& snapshot)
{
    m_snapshots.push_back(snapshot);
    refresh();
    if (m_following)
        showPlace(m_slider->maximum());
}

void SnapshotScrubber::endLive()
{
    m_live = false;
    setFollowing(false);
    refresh();
}

void SnapshotScrubber::play(bool playing)
{
    m_timer->stop();
    m_play->setIcon(style()->standardIcon(playing ? QStyle::SP_MediaPause : QStyle::SP_MediaPlay));
    m_play->setToolTip(playing ? tr("Stop the replay") : tr("Replay the training"));
    m_play->setAccessibleName(m_play->toolTip());
    if (!playing)
        return;
    setFollowing(false);
    const int last = m_slider->maximum();
    m_from = m_slider->value() < last ? m_slider->value() : 0;
    m_frame = 0;
    m_frames = std::clamp(m_replayMs / kFrameMs, 1, std::max(1, last - m_from));
    showPlace(m_from);
    m_timer->start(std::min(m_replayMs / m_frames, kLongestFrameMs));
}

void SnapshotScrubber::playNext()
{
    ++m_frame;
    showPlace(m_from + (m_slider->maximum() - m_from) * m_frame / m_frames);
    if (m_frame >= m_frames)
        stopPlaying();
}

void SnapshotScrubber::stopPlaying()
{
    m_play->setChecked(false);
    play(false);
}

/// Shows a moment without taking it for a person's wish.
void SnapshotScrubber::showPlace(int place)
{
    if (m_snapshots.empty())
        return;
    {
        const QSignalBlocker notByHand(m_slider);
        m_slider->setValue(place);
    }
    const auto& snapshot = m_snapshots.at(static_cast<std::size_t>(m_slider->value()));
    m_label->setText(describe(snapshot));
    Q_EMIT snapshotShown(snapshot);
}

void SnapshotScrubber::movedByHand()
{
    stopPlaying();
    setFollowing(false);
    showPlace(m_slider->value());
}

void SnapshotScrubber::setFollowing(bool following)
{
    m_following = following;
    m_liveButton->setChecked(following);
}

void SnapshotScrubber::refresh()
{
    const int last = std::max(0, static_cast<int>(m_snapshots.size()) - 1);
    const QSignalBlocker notByHand(m_slider);
    m_slider->setRange(0, last);
    m_slider->setPageStep(std::max(1, last / 10));
    m_slider->setEnabled(last > 0);
    m_play->setEnabled(last > 0);
    m_liveButton->setVisible(m_live);
    if (m_snapshots.empty())
        m_label->clear();
}

} // namespace ui
