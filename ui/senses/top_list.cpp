#include "ui/senses/top_list.h"

#include <QLocale>

namespace ui {

TopList::TopList(QWidget* parent)
    : QListWidget(parent)
{
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Top images of this sense, by id"));
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr)
            Q_EMIT imageSelected(item->data(Qt::UserRole).toLongLong());
    });
    connect(this, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        Q_EMIT imageActivated(item->data(Qt::UserRole).toLongLong());
    });
}

void TopList::setImages(const core::Sense& sense, const core::Collection& collection)
{
    const QSignalBlocker quiet(this); // filling the list selects nothing
    clear();
    const QLocale locale;
    for (const auto& image : sense.top) {
        const auto& id = collection.ids.at(static_cast<std::size_t>(image.key));
        auto* item =
            new QListWidgetItem(tr("%1   (%2)")
                                    .arg(QString::fromStdString(id),
                                         locale.toString(static_cast<qlonglong>(image.count))),
                                this);
        item->setData(Qt::UserRole, static_cast<qlonglong>(image.key));
    }
    setCurrentRow(-1);
}

} // namespace ui
