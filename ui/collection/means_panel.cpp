#include "ui/collection/means_panel.h"

#include "ui/collection/wording.h"
#include "ui/theme/quiet_label.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int kLeastCount = 10;
constexpr int kUsualCount = 100;
constexpr int kMostCount = 10'000;

} // namespace

MeansPanel::MeansPanel(QWidget* parent)
    : QWidget(parent)
    , m_means{new NamedMean(Accent::Popular, tr("+ Popular"), this),
              new NamedMean(Accent::Unpopular, tr("− Unpopular"), this),
              new NamedMean(Accent::Neutral, tr("Random"), this)}
    , m_controls(new QWidget(this))
    , m_pictures(new QWidget(this))
    , m_count(new QSpinBox(this))
    , m_compute(new QPushButton(tr("&Compute"), this))
    , m_export(new QPushButton(tr("Save…"), this))
    , m_status(new QuietLabel(QString(), this))
{
    m_count->setRange(kLeastCount, kMostCount);
    m_count->setValue(kUsualCount);
    m_count->setSingleStep(kLeastCount);
    m_count->setGroupSeparatorShown(true);
    m_count->setAccessibleName(tr("Pictures in each mean"));
    m_export->setAccessibleName(tr("Save the mean images"));
    auto* label = new QLabel(tr("of &N pictures"), this);
    label->setBuddy(m_count);
    auto* controls = new QHBoxLayout(m_controls);
    controls->setContentsMargins(0, 0, 0, 0);
    controls->setSpacing(kGrid);
    controls->addWidget(label);
    controls->addWidget(m_count);
    controls->addWidget(m_compute);
    controls->addStretch(1);
    controls->addWidget(m_export);
    auto* pictures = new QHBoxLayout(m_pictures);
    pictures->setContentsMargins(0, 0, 0, 0);
    pictures->setSpacing(kGrid);
    for (auto* mean : m_means)
        pictures->addWidget(mean, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_controls);
    column->addWidget(m_pictures);
    column->addWidget(m_status);
    connect(m_compute, &QPushButton::clicked, this, &MeansPanel::request);
    connect(m_export, &QPushButton::clicked, this,
            [this] { exportMenu(m_export->mapToGlobal(m_export->rect().bottomLeft())); });
    clearMeans();
}

void MeansPanel::setCollection(bool pictures, bool counts)
{
    const bool possible = pictures && counts;
    m_controls->setVisible(possible);
    m_pictures->setVisible(possible);
    clearMeans();
    if (!pictures)
        m_status->setText(
            tr("This collection came without pictures, so there is nothing to average."));
    else if (!counts)
        m_status->setText(tr("These pictures came without counts, so that nobody can say which of "
                             "them are popular."));
}

void MeansPanel::clearMeans()
{
    for (auto* mean : m_means)
        mean->clear();
    m_export->setEnabled(false);
    m_status->setText(
        tr("The mean shows what many pictures share: a horizon, a face, a bright middle."));
}

void MeansPanel::showMeans(const core::CollectionMeans& means)
{
    m_means[0]->showMean(means.popular);
    m_means[1]->showMean(means.unpopular);
    m_means[2]->showMean(means.random);
    m_export->setEnabled(!empty());
    const auto asked = static_cast<int>(means.asked);
    m_status->setText(asked < m_count->value()
                          ? tr("%1 pictures each: no more than half of the collection.")
                                .arg(QLocale().toString(asked))
                          : QString());
}

void MeansPanel::showFailed(const QString& message)
{
    m_status->setText(message);
}

bool MeansPanel::empty() const
{
    return std::all_of(m_means.begin(), m_means.end(),
                       [](const NamedMean* mean) { return mean->picture().isNull(); });
}

void MeansPanel::request()
{
    m_status->clear();
    Q_EMIT meansRequested(m_count->value());
}

/// Three squares of one size: what three and the gaps do not divide stays empty.
void MeansPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_pictures->layout()->setContentsMargins(0, 0, (width() - 2 * kGrid) % 3, 0);
}

void MeansPanel::contextMenuEvent(QContextMenuEvent* event)
{
    exportMenu(event->globalPos());
}

void MeansPanel::exportMenu(const QPoint& at)
{
    QMenu menu(this);
    QAction* all = menu.addAction(tr("Save all three as one PNG…"));
    all->setEnabled(!empty());
    connect(all, &QAction::triggered, this, [this] { save(tr("mean images.png"), sheet()); });
    menu.addSeparator();
    for (const auto* mean : m_means) {
        QAction* one = menu.addAction(tr("Save “%1” as PNG…").arg(mean->name()));
        one->setEnabled(!mean->picture().isNull());
        connect(one, &QAction::triggered, this,
                [this, mean] { save(tr("mean image.png"), mean->picture()); });
    }
    menu.exec(at);
}

void MeansPanel::save(const QString& suggestedName, const QImage& picture)
{
    const QString place = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save as PNG"), place + QLatin1Char('/') + suggestedName, tr("PNG (*.png)"));
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || !picture.save(&out, "PNG") || !out.commit())
        QMessageBox::warning(
            this, tr("Save as PNG"),
            tr("%1 could not be written (%2): choose another place for the picture.")
                .arg(file, out.errorString()));
}

QImage MeansPanel::sheet() const
{
    constexpr int side = core::kMeanImageSide;
    constexpr int step = side + kGrid;
    QImage all(3 * step + kGrid, side + 5 * kGrid, QImage::Format_RGB32);
    all.fill(Qt::white);
    QPainter painter(&all);
    painter.setPen(Qt::black);
    int x = kGrid;
    for (const auto* mean : m_means) {
        painter.drawImage(QRect(x, kGrid, side, side), mean->picture());
        painter.drawText(QRect(x, side + kGrid, side, 4 * kGrid), Qt::AlignCenter, mean->name());
        x += step;
    }
    return all;
}

} // namespace ui
