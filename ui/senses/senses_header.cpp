#include "ui/senses/senses_header.h"

#include "ui/senses/sense_wording.h"
#include "ui/theme/quiet_label.h"

#include <QActionGroup>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

QString runLine(const core::RunInfo& run)
{
    const auto& options = run.request.options;
    const QString rho =
        run.test.rho ? QLocale().toString(*run.test.rho, 'f', 3) : SensesHeader::tr("undefined");
    return SensesHeader::tr("%1  (%2 + %3 senses, ρ %4)")
        .arg(QString::fromStdString(run.name))
        .arg(options.popularSenses)
        .arg(options.unpopularSenses)
        .arg(rho);
}

QLabel* buddy(const QString& text, QWidget* field)
{
    auto* label = new QLabel(text, field->parentWidget());
    label->setBuddy(field);
    return label;
}

} // namespace

SensesHeader::SensesHeader(QWidget* parent)
    : QWidget(parent)
    , m_runs(new QComboBox(this))
    , m_split(new QComboBox(this))
    , m_show(new QToolButton(this))
    , m_export(new QToolButton(this))
    , m_status(new QWidget(this))
    , m_statusText(new QuietLabel({}, m_status))
    , m_busy(new QProgressBar(m_status))
{
    m_runs->setObjectName(QStringLiteral("senses-run"));
    m_runs->setAccessibleName(tr("Run"));
    m_runs->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_runs->setMinimumContentsLength(28);
    m_split->setObjectName(QStringLiteral("senses-split"));
    m_split->setAccessibleName(tr("Images"));
    m_split->setToolTip(tr("Whose images are shown. Test images were never learned from."));
    for (const auto split : {core::Split::Test, core::Split::Validation, core::Split::Train})
        m_split->addItem(splitText(split), static_cast<int>(split));
    makeShowMenu();
    makeExportMenu();
    makeRow();
    connect(m_runs, &QComboBox::currentIndexChanged, this, &SensesHeader::changed);
    connect(m_split, &QComboBox::currentIndexChanged, this, [this] {
        m_options.split = static_cast<core::Split>(m_split->currentData().toInt());
        Q_EMIT changed();
    });
    showStatus({}, false);
}

void SensesHeader::makeRow()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(buddy(tr("&Run"), m_runs));
    row->addWidget(m_runs);
    row->addSpacing(kGrid);
    row->addWidget(m_split);
    row->addWidget(m_show);
    row->addStretch(1);
    row->addWidget(m_export);

    m_statusText->setObjectName(QStringLiteral("senses-status"));
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(12 * kGrid, kGrid);
    m_busy->setAccessibleName(tr("Work is under way"));
    auto* status = new QHBoxLayout(m_status);
    status->setContentsMargins(0, 0, 0, 0);
    status->addWidget(m_busy);
    status->addWidget(m_statusText, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addLayout(row);
    layout->addWidget(m_status);
}

template <typename Value>
void SensesHeader::addChoices(QMenu* menu, const QList<QPair<QString, Value>>& choices,
                              Value core::SensesOptions::*field)
{
    auto* group = new QActionGroup(menu);
    for (const auto& [text, value] : choices) {
        auto* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_options.*field == value);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, field, chosen = value] {
            if (m_options.*field == chosen)
                return;
            m_options.*field = chosen;
            Q_EMIT changed();
        });
    }
}

void SensesHeader::makeShowMenu()
{
    m_show->setObjectName(QStringLiteral("senses-show"));
    m_show->setText(tr("Words and images"));
    m_show->setToolTip(tr("Which words, and how many words and images of each sense"));
    m_show->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_show);
    menu->addSection(tr("Words"));
    addChoices<core::WordClass>(menu,
                                {{tr("Nouns"), core::WordClass::Noun},
                                 {tr("Adjectives"), core::WordClass::Adjective},
                                 {tr("All words"), core::WordClass::All}},
                                &core::SensesOptions::wordClass);
    menu->addSection(tr("In the order of"));
    addChoices<core::WordWeight>(menu,
                                 {{tr("What tells senses apart (tf-idf)"), core::WordWeight::TfIdf},
                                  {tr("How often they stand"), core::WordWeight::Frequency},
                                  {tr("Log-odds against the rest"), core::WordWeight::LogOdds}},
                                 &core::SensesOptions::wordWeight);
    auto* words = menu->addMenu(tr("Words of each sense"));
    auto* images = menu->addMenu(tr("Images of each sense"));
    QList<QPair<QString, std::size_t>> counts;
    for (const std::size_t count : {10U, 20U, 50U, 100U})
        counts.append({QLocale().toString(static_cast<qulonglong>(count)), count});
    addChoices<std::size_t>(words, counts, &core::SensesOptions::words);
    counts.removeFirst();
    counts.append({QLocale().toString(500), 500});
    addChoices<std::size_t>(images, counts, &core::SensesOptions::top);
    m_show->setMenu(menu);
}

void SensesHeader::makeExportMenu()
{
    m_export->setObjectName(QStringLiteral("senses-export"));
    m_export->setText(tr("Export…"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_export);
    menu->addAction(tr("Words as CSV…"), this,
                    [this] { Q_EMIT wordsExportRequested(WordsFormat::Csv); });
    menu->addAction(tr("Words as JSON…"), this,
                    [this] { Q_EMIT wordsExportRequested(WordsFormat::Json); });
    m_contactSheets = menu->addAction(tr("Contact sheets of all senses…"), this,
                                      &SensesHeader::contactSheetsRequested);
    m_contactSheets->setObjectName(QStringLiteral("senses-contact-sheets"));
    m_export->setMenu(menu);
    setExportable(false, false);
}

void SensesHeader::setRuns(const std::vector<core::RunInfo>& runs)
{
    const QSignalBlocker quiet(m_runs);
    const QString before = currentRun();
    m_runs->clear();
    for (const auto& run : runs)
        m_runs->insertItem(0, runLine(run), QString::fromStdString(run.name)); // newest first
    const int kept = m_runs->findData(before);
    m_runs->setCurrentIndex(runs.empty() ? -1 : std::max(0, kept));
}

bool SensesHeader::setCurrentRun(const QString& run)
{
    const QSignalBlocker quiet(m_runs);
    const int index = m_runs->findData(run);
    if (index >= 0)
        m_runs->setCurrentIndex(index);
    return index >= 0;
}

QString SensesHeader::currentRun() const
{
    return m_runs->currentData().toString();
}

void SensesHeader::setExportable(bool senses, bool pictures)
{
    m_export->setEnabled(senses);
    m_contactSheets->setEnabled(senses && pictures);
}

void SensesHeader::showStatus(const QString& text, bool busy)
{
    m_statusText->setText(text);
    m_busy->setVisible(busy);
    m_status->setVisible(busy || !text.isEmpty());
}

} // namespace ui
