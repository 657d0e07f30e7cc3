#include "ui/comparison/pair_comparison.h"

#include "ui/comparison/comparison_wording.h"
#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

namespace {

void fill(QComboBox* box, const std::vector<core::RunInfo>& runs, int choice)
{
    const QSignalBlocker quiet(box);
    // One run alone was no choice.
    const QString before = box->count() > 1 ? box->currentData().toString() : QString();
    box->clear();
    for (const auto& run : runs)
        box->insertItem(0, runDescription(run), runName(run)); // newest first
    const int kept = before.isEmpty() ? -1 : box->findData(before);
    box->setCurrentIndex(kept >= 0 ? kept : std::min(choice, box->count() - 1));
}

} // namespace

PairComparison::PairComparison(QWidget* parent)
    : QFrame(parent)
    , m_first(new QComboBox(this))
    , m_second(new QComboBox(this))
    , m_compare(new QPushButton(tr("Compare"), this))
    , m_verdict(new QLabel(this))
    , m_note(new QuietLabel({}, this))
{
    m_first->setObjectName(QStringLiteral("first-run"));
    m_first->setAccessibleName(tr("First run"));
    m_second->setObjectName(QStringLiteral("second-run"));
    m_second->setAccessibleName(tr("Second run"));
    m_compare->setObjectName(QStringLiteral("compare"));
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont heading = m_verdict->font();
    heading.setPointSizeF(heading.pointSizeF() * 1.2);
    heading.setBold(true);
    m_verdict->setFont(heading);
    m_note->setObjectName(QStringLiteral("compare-note"));

    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_first);
    row->addWidget(new QLabel(tr("against"), this));
    row->addWidget(m_second);
    row->addWidget(m_compare);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(row);
    layout->addWidget(m_verdict);
    layout->addWidget(m_note);

    connect(m_first, &QComboBox::currentIndexChanged, this, &PairComparison::showQuestion);
    connect(m_second, &QComboBox::currentIndexChanged, this, &PairComparison::showQuestion);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        m_asked = true;
        m_verdict->clear();
        m_note->setText(tr("Drawing the test images again, a thousand times…"));
        Q_EMIT compareRequested(m_first->currentData().toString(),
                                m_second->currentData().toString());
    });
    showQuestion();
}

void PairComparison::setRuns(const std::vector<core::RunInfo>& runs)
{
    const QString first = m_first->currentData().toString();
    const QString second = m_second->currentData().toString();
    const bool two = m_first->count() > 1;
    fill(m_first, runs, 0);
    fill(m_second, runs, 1);
    if (two != (m_first->count() > 1) || m_first->currentData().toString() != first
        || m_second->currentData().toString() != second)
        showQuestion();
}

void PairComparison::showQuestion()
{
    const bool two = m_first->count() > 1;
    const bool different = m_first->currentIndex() != m_second->currentIndex();
    m_asked = false;
    m_compare->setEnabled(two && different);
    m_verdict->clear();
    if (!two)
        m_note->setText(tr("With a second run, the two can be set against each other here."));
    else if (!different)
        m_note->setText(tr("Choose two different runs."));
    else
        m_note->setText(tr("Both are scored on the same draws of their test images, so that a "
                           "small but steady lead shows."));
}

void PairComparison::showComparison(const QString& first, const QString& second,
                                    const core::PairedComparison& comparison)
{
    if (m_first->currentData().toString() != first || m_second->currentData().toString() != second)
        return;
    m_asked = false;
    m_verdict->setText(verdictText(first, second, comparison));
    m_note->setText(tr("The difference of their ρ on the same test images, its 95% interval, and "
                       "how often chance alone would lead as far."));
}

void PairComparison::showFailed(const QString& message)
{
    if (!m_asked)
        return;
    m_asked = false;
    m_verdict->clear();
    m_note->setText(message);
}

} // namespace ui
