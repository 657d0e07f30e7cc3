#include "ui/collection/column_roles_editor.h"

#include "ui/collection/wording.h"
#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace ui {

namespace {

constexpr int kMostColumns = 256; // a row of widgets each
constexpr qsizetype kExamples = 3;
constexpr int kExampleLength = 40;

/// The first values that differ, in one line.
QString examplesOf(const core::TablePreview& preview, std::size_t column)
{
    QStringList examples;
    for (const auto& row : preview.rows) {
        const QString value = oneLine(QString::fromStdString(row[column]), kExampleLength);
        if (!value.isEmpty() && !examples.contains(value))
            examples.append(value);
        if (examples.size() == kExamples)
            break;
    }
    return examples.join(QStringLiteral("   "));
}

} // namespace

ColumnRolesEditor::ColumnRolesEditor(const core::TablePreview& preview, QWidget* parent)
    : QScrollArea(parent)
    , m_roles(rolesOf(preview.header, preview.guess))
{
    auto* content = new QWidget(this);
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    grid->setColumnStretch(1, 1);
    const int listed = std::min(static_cast<int>(preview.header.size()), kMostColumns);
    std::fill(m_roles.begin() + listed, m_roles.end(), ColumnRole::NotUsed);
    for (int column = 0; column < listed; ++column)
        addRow(*grid, preview, column);
    if (static_cast<std::size_t>(listed) < preview.header.size())
        grid->addWidget(new QuietLabel(tr("Only the first %1 columns can be chosen.").arg(listed)),
                        listed, 0, 1, 3);
    grid->setRowStretch(listed + 1, 1);
    setWidget(content);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its combos take the focus
    setAccessibleName(tr("Columns of the table and what they are used as"));
}

void ColumnRolesEditor::addRow(QGridLayout& grid, const core::TablePreview& preview, int column)
{
    const auto index = static_cast<std::size_t>(column);
    const QString name = oneLine(QString::fromStdString(preview.header[index]), kExampleLength);
    auto* combo = new QComboBox;
    for (int role = 0; role < kColumnRoles; ++role)
        combo->addItem(roleName(static_cast<ColumnRole>(role)));
    combo->setCurrentIndex(static_cast<int>(m_roles[index]));
    combo->setFocusPolicy(Qt::StrongFocus);
    combo->installEventFilter(this);
    combo->setAccessibleName(tr("Use column %1 as").arg(name));
    connect(combo, &QComboBox::currentIndexChanged, this,
            [this, column](int role) { choose(column, static_cast<ColumnRole>(role)); });
    m_combos.push_back(combo);

    auto* label = new QLabel(name);
    label->setTextFormat(Qt::PlainText);
    QFont strong = label->font();
    strong.setWeight(QFont::DemiBold);
    label->setFont(strong);
    auto* examples = new QuietLabel(examplesOf(preview, index));
    examples->setWordWrap(false);
    examples->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // cut, never widening
    grid.addWidget(label, column, 0);
    grid.addWidget(examples, column, 1);
    grid.addWidget(combo, column, 2);
}

void ColumnRolesEditor::setRole(int column, ColumnRole role)
{
    m_combos.at(static_cast<std::size_t>(column))->setCurrentIndex(static_cast<int>(role));
}

void ColumnRolesEditor::choose(int column, ColumnRole role)
{
    const auto chosen = static_cast<std::size_t>(column);
    for (std::size_t other = 0; singleUse(role) && other < m_combos.size(); ++other) {
        if (other == chosen || m_roles[other] != role)
            continue;
        m_roles[other] = ColumnRole::NotUsed;
        const QSignalBlocker quiet(m_combos[other]);
        m_combos[other]->setCurrentIndex(static_cast<int>(ColumnRole::NotUsed));
    }
    m_roles[chosen] = role;
    Q_EMIT changed();
}

/// The wheel scrolls the list; it does not change a role that it happens to pass over.
bool ColumnRolesEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace ui
