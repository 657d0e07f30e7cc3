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

/// "845 images came in; 3 rows were left out; 2 pictures stand in no row."
QString summary(std::size_t images, const core::ImportLosses& losses)
{
    using Dialog = ImportReportDialog;
    const QString came = counted(static_cast<qint64>(images), Dialog::tr("1 image came in"),
                                 Dialog::tr("%1 images came in"));
    QStringList parts{came};
    if (losses.rejected > 0)
        parts.append(counted(static_cast<qint64>(losses.rejected), Dialog::tr("1 row was left out"),
                             Dialog::tr("%1 rows were left out")));
    if (losses.unmatched > 0)
        parts.append(counted(static_cast<qint64>(losses.unmatched),
                             Dialog::tr("1 picture stands in no row"),
                             Dialog::tr("%1 pictures stand in no row")));
    if (parts.size() == 1)
        return Dialog::tr("%1 and nothing was left out.").arg(came);
    if (losses.listed.size() < losses.rejected + losses.unmatched)
        return Dialog::tr("%1. The first %2 are listed with their reasons.")
            .arg(parts.join(QStringLiteral("; ")),
                 QLocale().toString(static_cast<qulonglong>(losses.listed.size())));
    return Dialog::tr("%1.").arg(parts.join(QStringLiteral("; ")));
}

QTableView* rejectionView(RejectionModel* model, QWidget* parent)
{
    auto* view = new QTableView(parent);
    view->setModel(model);
    view->setAccessibleName(ImportReportDialog::tr("What was left out, and why"));
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
        table.rows.push_back(
            {rejection.row > 0 ? std::to_string(rejection.row) : std::string(), rejection.reason});
    return table;
}

} // namespace

ImportReportDialog::ImportReportDialog(const QString& title, std::size_t images,
                                       const core::ImportLosses& losses, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Import report"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    page->setSpacing(kGrid);
    auto* sentence = new QLabel(summary(images, losses), this);
    sentence->setWordWrap(true);
    page->addWidget(new ToneLabel(ToneLabel::Tone::Title, oneLine(title, 80), this));
    page->addWidget(sentence);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    if (!losses.listed.empty()) {
        auto* model = new RejectionModel(losses.listed, this);
        page->addSpacing(kGrid);
        page->addWidget(rejectionView(model, this), 1);
        auto* save = buttons->addButton(tr("&Save as CSV…"), QDialogButtonBox::ActionRole);
        save->setAutoDefault(false);
        connect(save, &QPushButton::clicked, this,
                [this, model] { saveCsvAs(this, tr("left out.csv"), exported(*model)); });
    } else {
        page->addStretch(1);
    }
    page->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(88 * kGrid, losses.listed.empty() ? sizeHint().height() : 60 * kGrid);
}

} // namespace ui
