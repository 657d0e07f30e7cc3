#include "ui/training/training_controls.h"

#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

namespace {

QPushButton* makeButton(const QString& text, const char* name, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

} // namespace

TrainingControls::TrainingControls(QWidget* parent)
    : QWidget(parent)
    , m_start(makeButton(tr("&Start training"), "start", this))
    , m_pause(makeButton(tr("&Pause"), "pause", this))
    , m_stop(makeButton(tr("Stop and &keep"), "stop", this))
    , m_status(new QLabel(this))
{
    m_start->setDefault(true);
    m_start->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_start->setToolTip(tr("Learn the senses with these settings (Ctrl+Return)"));
    m_start->setMinimumHeight(4 * kGrid);
    m_stop->setToolTip(tr("End the training now and keep what was learned so far"));
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setTextFormat(Qt::PlainText); // file and run names come from outside
    m_status->setWordWrap(true);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setAccessibleName(tr("How the training stands"));
    m_status->hide();

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_status, 0, 0, 1, 2);
    layout->addWidget(m_start, 1, 0, 1, 2);
    layout->addWidget(m_pause, 2, 0);
    layout->addWidget(m_stop, 2, 1);

    connect(m_start, &QPushButton::clicked, this, &TrainingControls::startRequested);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { Q_EMIT pauseRequested(m_state != State::Paused); });
    connect(m_stop, &QPushButton::clicked, this, &TrainingControls::stop);
    setState(State::Idle);
}

void TrainingControls::setState(State state)
{
    m_state = state;
    const bool stoppable =
        state == State::Preparing || state == State::Training || state == State::Paused;
    m_start->setEnabled(state == State::Idle);
    m_pause->setEnabled(state == State::Training || state == State::Paused);
    m_pause->setText(state == State::Paused ? tr("&Continue") : tr("&Pause"));
    m_stop->setEnabled(stoppable);
}

void TrainingControls::setStatus(const QString& text)
{
    m_status->setText(text);
    m_status->setVisible(!text.isEmpty());
}

void TrainingControls::setFailure(const QString& text)
{
    setStatus(tr("⚠ %1").arg(text));
}

void TrainingControls::stop()
{
    setState(State::Stopping);
    setStatus(tr("Stopping…"));
    Q_EMIT stopRequested();
}

} // namespace ui
