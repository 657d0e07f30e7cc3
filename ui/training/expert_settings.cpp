#include "ui/training/expert_settings.h"

#include "ui/theme/quiet_label.h"
#include "ui/training/field_column.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDoubleValidator>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QThread>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kMostEpochs = 100'000;
constexpr int kMostBatch = 10'000;
constexpr double kLeastPositive = 0.01;

QSpinBox* makeSpin(int least, int most, const char* name, QWidget* parent)
{
    auto* spin = new QSpinBox(parent);
    spin->setRange(least, most);
    spin->setObjectName(QLatin1String(name));
    spin->setGroupSeparatorShown(true);
    return spin;
}

QDoubleSpinBox* makeDecimal(double most, double step, const char* name, QWidget* parent)
{
    auto* spin = new QDoubleSpinBox(parent);
    spin->setRange(kLeastPositive, most);
    spin->setDecimals(2);
    spin->setSingleStep(step);
    spin->setObjectName(QLatin1String(name));
    return spin;
}

} // namespace

QLineEdit* makeSeedEdit(QWidget* parent)
{
    auto* edit = new QLineEdit(parent);
    static const QRegularExpression kSeed(QStringLiteral("0|[1-9][0-9]{0,18}"));
    edit->setValidator(new QRegularExpressionValidator(kSeed, edit));
    return edit;
}

std::optional<std::uint64_t> seedOf(const QLineEdit& edit)
{
    bool whole = false;
    const std::uint64_t seed = edit.text().toULongLong(&whole);
    return whole ? std::optional(seed) : std::nullopt;
}

ExpertSettings::ExpertSettings(QWidget* parent)
    : QWidget(parent)
    , m_alpha(makeDecimal(100.0, 0.1, "alpha", this))
    , m_initialisation(new QComboBox(this))
    , m_epochs(makeSpin(0, kMostEpochs, "epochs", this))
    , m_batch(makeSpin(2, kMostBatch, "batch", this))
    , m_learningRate(makeDecimal(1000.0, 0.5, "learning-rate", this))
    , m_regularisation(new QLineEdit(this))
    , m_revive(new QCheckBox(tr("Re&vive"), this))
    , m_seed(makeSeedEdit(this))
    , m_threads(makeSpin(0, QThread::idealThreadCount(), "threads", this))
    , m_name(new QLineEdit(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* column = new FieldColumn(this);
    layout->addWidget(column);
    addLearning(*column);
    addRunning(*column);
    showRequest({});
}

void ExpertSettings::addLearning(FieldColumn& column)
{
    m_initialisation->setObjectName(QStringLiteral("initialisation"));
    m_initialisation->addItem(tr("k-means"), static_cast<int>(core::Initialisation::KMeans));
    m_initialisation->addItem(tr("random"), static_cast<int>(core::Initialisation::Random));
    m_epochs->setSpecialValueText(tr("automatic"));
    m_regularisation->setObjectName(QStringLiteral("regularisation"));
    m_regularisation->setPlaceholderText(tr("automatic"));
    auto* notNegative = new QDoubleValidator(0.0, 1000.0, 12, m_regularisation);
    notNegative->setNotation(QDoubleValidator::ScientificNotation);
    notNegative->setLocale(QLocale::c());
    m_regularisation->setValidator(notNegative);
    m_revive->setObjectName(QStringLiteral("revive"));

    column.addField(tr("&Alpha"), m_alpha, tr("Default 1: the least margin of the soft margin."));
    column.addField(tr("&Initialisation"), m_initialisation,
                    tr("Default k-means: senses start as clusters of the most and the least "
                       "popular images."));
    column.addField(tr("&Epochs"), m_epochs,
                    tr("Default automatic: 10, or as many as 2,000 steps need. The best epoch on "
                       "validation is kept."));
    column.addField(tr("&Batch"), m_batch,
                    tr("Default 100 images, whose pairs are compared in one step."));
    column.addField(tr("&Learning rate"), m_learningRate,
                    tr("Default 2, falling to 0 over the run."));
    m_regularisationNote = column.addField(tr("Re&gularisation"), m_regularisation);
    connect(m_regularisation, &QLineEdit::textChanged, this,
            &ExpertSettings::explainRegularisation);
    explainRegularisation();
    column.addField(tr("Dead senses"), m_revive,
                    tr("Default off: a sense that wins no image starts again from the images "
                       "ranked worst."));
}

bool ExpertSettings::regularisationIsTyped() const
{
    return m_regularisation->hasAcceptableInput() && !m_regularisation->text().isEmpty();
}

void ExpertSettings::explainRegularisation()
{
    const QString note =
        m_regularisation->text().isEmpty() || regularisationIsTyped()
            ? tr("Default automatic: 0.000001; under 5,000 training images searched on validation.")
            : tr("Not yet a number from 0 to 1,000: it counts as automatic.");
    m_regularisationNote->setText(note);
    m_regularisationNote->show();
    m_regularisation->setAccessibleDescription(note);
}

void ExpertSettings::addRunning(FieldColumn& column)
{
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setPlaceholderText(QString::number(core::TrainingOptions{}.seed));
    m_threads->setSpecialValueText(tr("all"));
    m_name->setObjectName(QStringLiteral("run-name"));
    m_name->setPlaceholderText(tr("automatic"));
    m_name->setMaxLength(100);

    column.addField(tr("See&d"), m_seed,
                    tr("Default 1: same seed, data and settings, same senses."));
    column.addField(tr("&Threads"), m_threads,
                    tr("Default all; the result does not depend on it."));
    column.addField(tr("Run &name"), m_name, tr("Default run-1, run-2 and so on."));
}

void ExpertSettings::applyTo(core::TrainRequest& request) const
{
    const core::TrainingOptions defaults;
    auto& options = request.options;
    options.alpha = m_alpha->value();
    options.initialisation =
        static_cast<core::Initialisation>(m_initialisation->currentData().toInt());
    options.epochs = m_epochs->value() == 0 ? std::nullopt : std::optional(m_epochs->value());
    options.batch = m_batch->value();
    options.learningRate = m_learningRate->value();
    options.regularisation.reset();
    if (regularisationIsTyped())
        options.regularisation = m_regularisation->text().toDouble();
    options.revive = m_revive->isChecked();
    options.seed = seedOf(*m_seed).value_or(defaults.seed);
    options.threads = m_threads->value();
    request.name = m_name->text().trimmed().toStdString();
}

void ExpertSettings::showRequest(const core::TrainRequest& request)
{
    const auto& options = request.options;
    m_alpha->setValue(options.alpha);
    m_initialisation->setCurrentIndex(
        m_initialisation->findData(static_cast<int>(options.initialisation)));
    m_epochs->setValue(options.epochs.value_or(0));
    m_batch->setValue(options.batch);
    m_learningRate->setValue(options.learningRate);
    m_regularisation->setText(options.regularisation ? QString::number(*options.regularisation)
                                                     : QString());
    m_revive->setChecked(options.revive);
    m_seed->setText(QString::number(options.seed));
    m_threads->setValue(options.threads);
    m_name->setText(QString::fromStdString(request.name));
    setMargin(options.margin);
}

void ExpertSettings::setMargin(core::Margin margin)
{
    m_alpha->setEnabled(margin == core::Margin::Soft);
}

} // namespace ui
