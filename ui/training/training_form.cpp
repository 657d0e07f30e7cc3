#include "ui/training/training_form.h"

#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"
#include "ui/training/expert_settings.h"
#include "ui/training/field_column.h"
#include "ui/training/lesson_settings.h"

#include <QComboBox>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kMostSenses = 100; // k-means has 1,000 images to start them from

QString measureNames(const core::Collection& collection, core::EngagementChoice choice)
{
    QStringList names;
    for (const std::size_t position : collection.measuresOf(choice))
        names << QString::fromStdString(collection.measures.at(position).name);
    return names.join(QStringLiteral(" + "));
}

QString missingMeasure(core::EngagementChoice choice)
{
    switch (choice) {
    case core::EngagementChoice::Low:
        return TrainingForm::tr("No measure of low engagement (views, likes, favourites).");
    case core::EngagementChoice::High:
        return TrainingForm::tr("No measure of high engagement (comments, shares, retweets).");
    case core::EngagementChoice::Combined:
        break;
    }
    return TrainingForm::tr("No measure at all.");
}

} // namespace

TrainingForm::TrainingForm(QWidget* parent)
    : QWidget(parent)
    , m_features(new QComboBox(this))
    , m_lesson(new LessonSettings(this))
    , m_popular(new QSpinBox(this))
    , m_unpopular(new QSpinBox(this))
    , m_margin(new QComboBox(this))
    , m_expertButton(new QToolButton(this))
    , m_expert(new ExpertSettings(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    auto* column = new FieldColumn(this);
    layout->addWidget(column);
    layout->addStretch();
    addEngagement(*column);
    addData(*column);
    addSenses(*column);
    addExpert(*column);
    resetToDefaults();
}

void TrainingForm::addEngagement(FieldColumn& column)
{
    column.addHeading(tr("Engagement"));
    m_levels = {{{core::EngagementChoice::Low, new QRadioButton(tr("&Low"), this)},
                 {core::EngagementChoice::High, new QRadioButton(tr("&High"), this)},
                 {core::EngagementChoice::Combined, new QRadioButton(tr("&Combined"), this)}}};
    for (Level& level : m_levels) {
        level.button->setObjectName(
            QStringLiteral("engagement-%1")
                .arg(QString::fromUtf8(core::engagementName(level.choice).data())));
        level.measures = new QuietLabel({}, this);
        level.measures->setIndent(3 * kGrid);
        column.addWidget(level.button);
        column.addWidget(level.measures);
    }
    m_lesson->addTarget(column);
}

void TrainingForm::addData(FieldColumn& column)
{
    m_features->setObjectName(QStringLiteral("features"));
    m_features->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    column.addWideField(tr("&Features"), m_features);
    m_lesson->addSplit(column);
}

void TrainingForm::addSenses(FieldColumn& column)
{
    m_popular->setObjectName(QStringLiteral("popular-senses"));
    m_popular->setRange(1, kMostSenses);
    m_unpopular->setObjectName(QStringLiteral("unpopular-senses"));
    m_unpopular->setRange(0, kMostSenses);
    m_margin->setObjectName(QStringLiteral("margin"));
    m_margin->addItem(tr("Fixed"), static_cast<int>(core::Margin::Fixed));
    m_margin->addItem(tr("Difference"), static_cast<int>(core::Margin::Difference));
    m_margin->addItem(tr("Soft"), static_cast<int>(core::Margin::Soft));

    column.addField(tr("&Popular senses"), m_popular);
    m_sensesNote = column.addField(tr("&Unpopular senses"), m_unpopular);
    m_marginNote = column.addField(tr("&Margin"), m_margin);
    connect(m_popular, &QSpinBox::valueChanged, this, &TrainingForm::explainSenses);
    connect(m_unpopular, &QSpinBox::valueChanged, this, &TrainingForm::explainSenses);
    connect(m_margin, &QComboBox::currentIndexChanged, this, &TrainingForm::explainMargin);
}

void TrainingForm::addExpert(FieldColumn& column)
{
    m_expertButton->setObjectName(QStringLiteral("expert"));
    m_expertButton->setText(tr("E&xpert settings"));
    m_expertButton->setCheckable(true);
    m_expertButton->setAutoRaise(true);
    m_expertButton->setArrowType(Qt::RightArrow);
    m_expertButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_expertButton->setFocusPolicy(Qt::StrongFocus);
    m_expert->hide();
    connect(m_expertButton, &QToolButton::toggled, this, [this](bool open) {
        m_expertButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_expert->setVisible(open);
    });

    auto* reset = new QPushButton(tr("&Reset to the paper's defaults"), this);
    reset->setObjectName(QStringLiteral("reset"));
    reset->setAutoDefault(false);
    connect(reset, &QPushButton::clicked, this, &TrainingForm::resetToDefaults);
    column.addWidget(m_expertButton);
    column.addWidget(m_expert);
    column.addWidget(reset);
}

void TrainingForm::setProject(const core::Project& project)
{
    for (Level& level : m_levels) {
        const QString names = measureNames(*project.collection, level.choice);
        const bool measured = !names.isEmpty();
        const QString why = missingMeasure(level.choice);
        level.button->setEnabled(measured);
        level.button->setToolTip(measured ? tr("Popularity is %1.").arg(names) : why);
        level.button->setAccessibleDescription(level.button->toolTip());
        level.measures->setText(measured ? names : why);
        level.measures->setToolTip(level.button->toolTip());
    }
    for (const Level& level : m_levels) {
        if (level.button->isChecked() && !level.button->isEnabled())
            m_levels.back().button->setChecked(true);
    }

    m_features->clear();
    for (const core::FeatureSet& set : project.featureSets) {
        const QString name = QString::fromStdString(set.name);
        m_features->addItem(tr("%1 · %2 numbers").arg(name, QLocale().toString(set.dimension)),
                            name);
    }
    m_features->setCurrentIndex(m_features->count() - 1);
    m_lesson->setProject(project);
}

core::TrainRequest TrainingForm::request() const
{
    core::TrainRequest request;
    m_expert->applyTo(request);
    for (const Level& level : m_levels) {
        if (level.button->isChecked())
            request.engagement = level.choice;
    }
    request.featureSet = m_features->currentData().toString().toStdString();
    m_lesson->applyTo(request);
    request.options.popularSenses = m_popular->value();
    request.options.unpopularSenses = m_unpopular->value();
    request.options.margin = margin();
    return request;
}

void TrainingForm::resetToDefaults()
{
    const core::TrainRequest defaults;
    m_levels.back().button->setChecked(true);
    m_features->setCurrentIndex(m_features->count() - 1);
    m_lesson->reset();
    m_popular->setValue(defaults.options.popularSenses);
    m_unpopular->setValue(defaults.options.unpopularSenses);
    m_margin->setCurrentIndex(m_margin->findData(static_cast<int>(defaults.options.margin)));
    m_expert->showRequest(defaults);
    explainSenses();
    explainMargin();
}

void TrainingForm::explainSenses()
{
    QString note;
    if (m_unpopular->value() > 0)
        note = tr("Each sense learns one kind of picture that is loved, or ignored.");
    else if (m_popular->value() == 1)
        note = tr("One sense alone is the linear ranker, to compare with.");
    else
        note = tr("Without unpopular senses only what is loved is learned.");
    m_sensesNote->setText(note);
    m_sensesNote->show();
}

void TrainingForm::explainMargin()
{
    QString note;
    switch (margin()) {
    case core::Margin::Fixed:
        note = tr("Each pair should differ by 1, however alike its counts are.");
        break;
    case core::Margin::Difference:
        note = tr("Each pair should differ as much as the logarithms of its counts do.");
        break;
    case core::Margin::Soft:
        note = tr("Like difference, but never less than alpha.");
        break;
    }
    m_marginNote->setText(note);
    m_marginNote->show();
    m_expert->setMargin(margin());
}

core::Margin TrainingForm::margin() const
{
    return static_cast<core::Margin>(m_margin->currentData().toInt());
}

} // namespace ui
