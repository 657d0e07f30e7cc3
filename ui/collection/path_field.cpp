#include "ui/collection/path_field.h"

#include "ui/collection/wording.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

PathField::PathField(Kind kind, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_name(name)
    , m_line(new QLineEdit(this))
{
    auto* button = new QPushButton(tr("Choose…"), this);
    button->setAutoDefault(false);
    button->setAccessibleName(tr("Choose: %1").arg(name));
    m_line->setAccessibleName(name);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_line, 1);
    row->addWidget(button);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &PathField::changed);
    connect(button, &QPushButton::clicked, this, &PathField::choose);
}

std::filesystem::path PathField::path() const
{
    return pathOf(m_line->text().trimmed());
}

void PathField::setPath(const std::filesystem::path& path)
{
    m_line->setText(pathText(path));
    m_line->setCursorPosition(static_cast<int>(m_line->text().size()));
}

void PathField::setHint(const QString& hint)
{
    m_line->setPlaceholderText(hint);
}

void PathField::choose()
{
    const QString now = m_line->text().trimmed();
    QString chosen;
    switch (m_kind) {
    case Kind::Folder:
        chosen = QFileDialog::getExistingDirectory(this, m_name, now);
        break;
    case Kind::FeatureFile:
        chosen = QFileDialog::getOpenFileName(this, m_name, now,
                                              tr("Features (*.npy *.npz *.csv *.tsv *.h5 *.hdf5)"));
        break;
    case Kind::NewFolder: {
        const QFileInfo project(now);
        const QString place = QFileDialog::getExistingDirectory(
            this, tr("The folder to make the project in"), project.path());
        if (!place.isEmpty())
            chosen = QDir(place).filePath(project.fileName());
        break;
    }
    }
    if (!chosen.isEmpty())
        setPath(pathOf(chosen));
}

} // namespace ui
