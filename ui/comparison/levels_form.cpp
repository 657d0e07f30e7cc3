#include "ui/comparison/levels_form.h"

#include "ui/comparison/comparison_wording.h"
#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStringList>

#include <limits>

namespace ui {

namespace {

constexpr int kMostSenses = 50;

QSpinBox* spin(int least, int most, int value, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

QString measuresText(const core::Collection& collection, core::EngagementChoice choice)
{
    QStringList names;
    for (const auto position : collection.measuresOf(choice))
        names.append(QString::fromStdString(collection.measures.at(position).name));
    return names.join(QStringLiteral(" + "));
}

/// Why `choice` cannot be trained on this collection; empty: it can.
QString obstacle(const core::Collection& collection, core::EngagementChoice choice)
{
    const bool low = collection.hasMeasure(core::Engagement::Low);
    const bool high = collection.hasMeasure(core::Engagement::High);
    switch (choice) {
    case core::EngagementChoice::Low:
        return low ? QString()
                   : LevelsForm::tr("No measure of low engagement here, such as views or likes.");
    case core::EngagementChoice::High:
        return high ? QString()
                    : LevelsForm::tr(
                        "No measure of high engagement here, such as comments or shares.");
    case core::EngagementChoice::Combined:
        if (!low && !high)
            return LevelsForm::tr("No measures here.");
        return low && high ? QString()
                           : LevelsForm::tr("The same as %1 here: there is nothing to add to it.")
                                 .arg(low ? LevelsForm::tr("low") : LevelsForm::tr("high"));
    }
    return {};
}

} // namespace

LevelsForm::LevelsForm(QWidget* parent)
    : QWidget(parent)
    , m_levels{makeLevel(core::EngagementChoice::Low), makeLevel(core::EngagementChoice::High),
               makeLevel(core::EngagementChoice::Combined)}
    , m_popular(spin(1, kMostSenses, core::TrainingOptions{}.popularSenses, this))
    , m_unpopular(spin(0, kMostSenses, core::TrainingOptions{}.unpopularSenses, this))
    , m_seed(spin(0, std::numeric_limits<int>::max(), 1, this))
    , m_train(new QPushButton(this))
    , m_note(new QuietLabel({}, this))
{
    m_train->setObjectName(QStringLiteral("train-levels"));
    m_note->setObjectName(QStringLiteral("train-levels-note"));
    m_seed->setToolTip(tr("The same seed trains the same model again"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        const int column = static_cast<int>(i);
        grid->addWidget(m_levels[i].box, 0, column);
        grid->addWidget(m_levels[i].note, 1, column, Qt::AlignTop);
        grid->setColumnStretch(column, 1);
        connect(m_levels[i].box, &QCheckBox::toggled, this, &LevelsForm::showState);
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    for (const auto& [text, field] :
         {std::pair{tr("&Popular senses"), m_popular},
          std::pair{tr("&Unpopular senses"), m_unpopular}, std::pair{tr("&Seed"), m_seed}}) {
        auto* label = new QLabel(text, this);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field);
        row->addSpacing(kGrid);
    }
    row->addWidget(m_train);
    row->addWidget(m_note, 1);
    grid->setRowMinimumHeight(2, kGrid / 2);
    grid->addLayout(row, 3, 0, 1, 3);
    connect(m_train, &QPushButton::clicked, this, [this] {
        if (m_features)
            Q_EMIT trainRequested(requests());
        else
            Q_EMIT extractRequested();
    });
    showState();
}

LevelsForm::Level LevelsForm::makeLevel(core::EngagementChoice choice)
{
    Level level{choice, new QCheckBox(levelText(choice), this), new QuietLabel({}, this)};
    const auto name = QString::fromStdString(std::string(core::engagementName(choice)));
    level.box->setObjectName(QStringLiteral("level-") + name);
    level.note->setObjectName(QStringLiteral("level-note-") + name);
    return level;
}

void LevelsForm::setProject(const core::Project& project)
{
    m_features = !project.featureSets.empty();
    for (const auto& level : m_levels)
        showLevel(level, *project.collection);
    showState();
}

void LevelsForm::showLevel(const Level& level, const core::Collection& collection)
{
    const QString why = obstacle(collection, level.choice);
    level.box->setEnabled(why.isEmpty());
    level.box->setChecked(why.isEmpty());
    level.note->setText(why.isEmpty() ? measuresText(collection, level.choice) : why);
}

void LevelsForm::showTraining(bool running)
{
    m_training = running;
    showState();
}

void LevelsForm::showState()
{
    QStringList chosen;
    for (const auto& level : m_levels) {
        if (level.box->isChecked())
            chosen.append(levelText(level.choice).toLower());
    }
    const QString last = chosen.isEmpty() ? QString() : chosen.takeLast();
    const QString levels =
        chosen.isEmpty() ? last : tr("%1 and %2").arg(chosen.join(QStringLiteral(", ")), last);
    m_train->setText(!m_features      ? tr("Look at the images first")
                     : last.isEmpty() ? tr("Train on one split")
                                      : tr("Train %1 on one split").arg(levels));
    m_train->setEnabled(!m_training && (!m_features || !last.isEmpty()));
    QString note;
    if (m_training)
        note = tr("A model is being trained. These can be trained when it is done.");
    else if (!m_features)
        note = tr("A model learns from features, and this collection has none yet.");
    else if (last.isEmpty())
        note = tr("Choose a level to train.");
    m_note->setText(note);
}

std::vector<core::TrainRequest> LevelsForm::requests() const
{
    core::TrainRequest request;
    request.options.popularSenses = m_popular->value();
    request.options.unpopularSenses = m_unpopular->value();
    request.options.seed = static_cast<std::uint64_t>(m_seed->value());
    std::vector<core::TrainRequest> requests;
    for (const auto& level : m_levels) {
        if (!level.box->isChecked())
            continue;
        request.engagement = level.choice;
        requests.push_back(request);
    }
    return requests;
}

} // namespace ui
