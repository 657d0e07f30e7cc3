#include "ui/collection/csv_file.h"
#include "ui/collection/import_dialog.h"
#include "ui/collection/rejection_model.h"
#include "ui/collection/tone_label.h"
#include "ui/collection/wording.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

namespace {

/// "845 images came in; 3 rows were left out, each with its reason below."
QString summary(std::size_t images, std::size_t rejected, std::size_t listed)
{
    const QString came =
        counted(static_cast<qint64>(images), ImportReportDialog::tr("1 image came in"),
                ImportReportDialog::tr("%1 images came in"));
    if (rejected == 0)
        return ImportReportDialog::tr("%1 and nothing was left out.").arg(came);
    const QString left =
        counted(static_cast<qint64>(rejected), ImportReportDialog::tr("1 row was left out"),
                ImportReportDialog::tr("%1 rows were left out"));
    if (listed < rejected)
        return ImportReportDialog::tr(
                   "%1; %2, of which the first %3 are listed with their reasons.")
            .arg(came, left, QLocale().toString(static_cast<qulonglong>(listed)));
    return ImportReportDialog::tr("%1; %2.").arg(came, left);
}

QTableView* rejectionView(RejectionModel* model, QWidget* parent)
{
    auto* view = new QTableView(parent);
    view->setModel(model);
    view->setAccessibleName(ImportReportDialog::tr("Rows that were left out, and why"));
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->verticalHeader()->setVisible(false);
    view->verticalHeader()->setDefaultSectionSize(3 * kGrid);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setStretchLastSection(true);
    view->setColumnWidth(RejectionModel::RowColumn, 9 * kGrid);
    view->setSortingEnabled(true);
    view->sortByColumn(RejectionModel::RowColumn, Qt::AscendingOrder);
    return view;
}

TableText exported(const RejectionModel& model)
{
    TableText table{{"row", "reason"}, {}};
    for (const auto& rejection : model.rejections())
        table.rows.push_back({std::to_string(rejection.row), rejection.reason});
    return table;
}

} // namespace

ImportReportDialog::ImportReportDialog(const QString& title, std::size_t images,
                                       std::size_t rejectedCount,
                                       const std::vector<core::Rejection>& rejections,
                                       QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Import report"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    page->setSpacing(kGrid);
    auto* sentence = new QLabel(summary(images, rejectedCount, rejections.size()), this);
    sentence->setWordWrap(true);
    page->addWidget(new ToneLabel(ToneLabel::Tone::Title, oneLine(title, 80), this));
    page->addWidget(sentence);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    if (!rejections.empty()) {
        auto* model = new RejectionModel(rejections, this);
        page->addSpacing(kGrid);
        page->addWidget(rejectionView(model, this), 1);
        auto* save = buttons->addButton(tr("&Save as CSV…"), QDialogButtonBox::ActionRole);
        save->setAutoDefault(false);
        connect(save, &QPushButton::clicked, this,
                [this, model] { saveCsvAs(this, tr("rejected rows.csv"), exported(*model)); });
    } else {
        page->addStretch(1);
    }
    page->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(88 * kGrid, rejections.empty() ? sizeHint().height() : 60 * kGrid);
}

} // namespace ui
