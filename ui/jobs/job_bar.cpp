#include "ui/jobs/job_bar.h"

#include "ui/jobs/job.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QList>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>

#include <cmath>

namespace ui {

namespace {

constexpr int kBarWidth = 24 * kGrid;
constexpr int kSteps = 1000;

} // namespace

struct JobBar::Parts : public QObject {
    struct Line {
        Job* job = nullptr; ///< null: the work of showWork(); dropped before it is destroyed
        QString title;
        QString stage;
        double fraction = -1.0;
        double secondsLeft = -1.0;
    };

    explicit Parts(JobBar& owner)
        : QObject(&owner)
        , bar(owner)
        , label(new QLabel(&owner))
        , progress(new QProgressBar(&owner))
        , left(new QLabel(&owner))
        , cancel(new QToolButton(&owner))
        , others(new QToolButton(&owner))
        , list(new QMenu(others))
    {
    }

    void draw() const;
    void drop(const Job* job);
    void fillList();
    void cancelWork(const Job* job) const;
    qsizetype placeOf(const Job* job) const;

    JobBar& bar;
    QLabel* label;
    QProgressBar* progress;
    QLabel* left;
    QToolButton* cancel;
    QToolButton* others; ///< opens the list
    QMenu* list;         ///< of all but the newest
    QList<Line> lines;   ///< the newest last
};

qsizetype JobBar::Parts::placeOf(const Job* job) const
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].job == job)
            return i;
    }
    return -1;
}

void JobBar::Parts::drop(const Job* job)
{
    const auto place = placeOf(job);
    if (place >= 0)
        lines.removeAt(place);
    draw();
}

void JobBar::Parts::draw() const
{
    bar.setVisible(!lines.isEmpty());
    if (lines.isEmpty())
        return;
    const auto& line = lines.back();
    label->setText(line.stage.isEmpty() ? line.title : line.stage);
    label->setToolTip(line.title);
    const bool known = line.fraction >= 0.0;
    progress->setRange(0, known ? kSteps : 0);
    if (known)
        progress->setValue(static_cast<int>(line.fraction * kSteps));
    left->setText(timeLeftText(line.secondsLeft));
    others->setVisible(lines.size() > 1);
    others->setText(JobBar::tr("and %n more", nullptr, static_cast<int>(lines.size()) - 1));
    cancel->setAccessibleName(JobBar::tr("Cancel: %1").arg(line.title));
}

/// Each in a row that cancels it.
void JobBar::Parts::fillList()
{
    list->clear();
    for (qsizetype i = lines.size() - 1; i-- > 0;) {
        const auto& line = lines[i];
        QString text = JobBar::tr("Cancel: %1").arg(line.title);
        if (const QString time = timeLeftText(line.secondsLeft); !time.isEmpty())
            text = JobBar::tr("%1 (%2)").arg(text, time);
        text.replace(QLatin1Char('&'), QLatin1String("&&")); // names from outside
        list->addAction(text, this, [this, job = line.job] { cancelWork(job); });
    }
}

/// Nothing where it has ended meanwhile.
void JobBar::Parts::cancelWork(const Job* job) const
{
    const auto place = placeOf(job);
    if (place < 0)
        return;
    if (auto* running = lines[place].job)
        running->cancel();
    else
        Q_EMIT bar.workCancelRequested();
}

JobBar::JobBar(QWidget* parent)
    : QWidget(parent)
    , m_parts(new Parts(*this))
{
    auto& p = *m_parts;
    for (auto* text : {p.label, p.left})
        text->setTextFormat(Qt::PlainText); // titles hold names from outside
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid, 0, kGrid, 0);
    row->setSpacing(kGrid);
    row->addWidget(p.label);
    row->addWidget(p.progress);
    row->addWidget(p.left);
    row->addWidget(p.cancel);
    row->addWidget(p.others);
    row->addStretch();
    p.progress->setFixedWidth(kBarWidth);
    p.progress->setMaximumHeight(kGrid);
    p.progress->setTextVisible(false);
    p.progress->setAccessibleName(tr("Progress"));
    p.cancel->setText(tr("Cancel"));
    p.cancel->setAutoRaise(true);
    setAccessibleName(tr("Work under way"));
    connect(p.cancel, &QToolButton::clicked, this, [this] {
        if (!m_parts->lines.isEmpty())
            m_parts->cancelWork(m_parts->lines.back().job);
    });
    p.others->setAutoRaise(true);
    p.others->setPopupMode(QToolButton::InstantPopup);
    p.others->setMenu(p.list);
    p.others->setToolTip(tr("What else is under way"));
    connect(p.list, &QMenu::aboutToShow, m_parts, &Parts::fillList);
    hide();
}

void JobBar::follow(Job& job)
{
    auto* followed = &job;
    auto& p = *m_parts;
    p.lines.push_back({.job = followed, .title = job.title(), .stage = {}});
    const auto drop = [this, followed] { m_parts->drop(followed); };
    connect(followed, &Job::progressed, m_parts,
            [this, followed](const QString& stage, double fraction, double secondsLeft) {
                const auto place = m_parts->placeOf(followed);
                if (place < 0)
                    return;
                auto& line = m_parts->lines[place];
                line.stage = stage;
                line.fraction = fraction;
                line.secondsLeft = secondsLeft;
                m_parts->draw();
            });
    connect(followed, &Job::finished, m_parts, drop);
    connect(followed, &Job::cancelled, m_parts, drop);
    connect(followed, &Job::failed, m_parts, drop);
    connect(followed, &QObject::destroyed, m_parts, drop);
    p.draw();
}

void JobBar::showWork(const QString& title, double fraction, double secondsLeft)
{
    auto& p = *m_parts;
    auto place = p.placeOf(nullptr);
    if (place < 0) {
        place = p.lines.size();
        p.lines.emplace_back();
    }
    p.lines[place] = {.job = nullptr,
                      .title = title,
                      .stage = {},
                      .fraction = fraction,
                      .secondsLeft = secondsLeft};
    p.draw();
}

void JobBar::hideWork()
{
    m_parts->drop(nullptr);
}

QString timeLeftText(double seconds)
{
    constexpr int kMinute = 60;
    constexpr int kHour = 3600;
    if (seconds < 0.0 || !std::isfinite(seconds))
        return {};
    const auto whole = static_cast<int>(std::min(std::ceil(seconds), 1e9));
    if (seconds < 1.0)
        return JobBar::tr("less than a second left");
    if (whole < kMinute)
        return JobBar::tr("%1 s left").arg(whole);
    if (whole < kHour)
        return JobBar::tr("%1 min %2 s left").arg(whole / kMinute).arg(whole % kMinute);
    return JobBar::tr("%1 h %2 min left").arg(whole / kHour).arg(whole % kHour / kMinute);
}

} // namespace ui
