#include "ui/training/field_column.h"

#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kControlWidth = 17 * kGrid;

} // namespace

FieldColumn::FieldColumn(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kGrid / 2);
}

QuietLabel* FieldColumn::addField(const QString& label, QWidget* control, const QString& note)
{
    auto* name = new QLabel(label, this);
    name->setWordWrap(true);
    control->setFixedWidth(kControlWidth);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(name, 1);
    row->addWidget(control);
    m_layout->addLayout(row);
    return finishField(name, control, note);
}

QuietLabel* FieldColumn::addWideField(const QString& label, QWidget* control, const QString& note)
{
    auto* name = new QLabel(label, this);
    m_layout->addWidget(name);
    m_layout->addWidget(control);
    return finishField(name, control, note);
}

void FieldColumn::addHeading(const QString& text)
{
    auto* heading = new QLabel(text, this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_layout->addWidget(heading);
}

void FieldColumn::addWidget(QWidget* widget)
{
    m_layout->addWidget(widget);
}

QuietLabel* FieldColumn::finishField(QLabel* label, QWidget* control, const QString& note)
{
    label->setBuddy(control);
    control->setAccessibleName(label->text().remove(QLatin1Char('&')));
    control->setAccessibleDescription(note);
    control->setFocusPolicy(Qt::StrongFocus);
    control->installEventFilter(this);
    auto* explanation = new QuietLabel(note, this);
    explanation->setVisible(!note.isEmpty());
    m_layout->addWidget(explanation);
    m_layout->addSpacing(kGrid);
    return explanation;
}

// The wheel over an unfocused control scrolls the settings and changes nothing by accident.
bool FieldColumn::eventFilter(QObject* watched, QEvent* event)
{
    auto* control = qobject_cast<QWidget*>(watched);
    if (control != nullptr && event->type() == QEvent::FocusIn
        && static_cast<QFocusEvent*>(event)->reason() == Qt::ShortcutFocusReason)
        bringIntoSight(*control);
    if (event->type() != QEvent::Wheel || control == nullptr || control->hasFocus())
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

// Qt scrolls to what Tab reaches, and not to what the letter of a label does.
void FieldColumn::bringIntoSight(QWidget& control) const
{
    for (QWidget* around = parentWidget(); around != nullptr; around = around->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(around))
            area->ensureWidgetVisible(&control);
    }
}

} // namespace ui
