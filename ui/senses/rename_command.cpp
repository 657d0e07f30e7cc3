#include "ui/senses/rename_command.h"

#include <utility>

namespace ui {

RenameCommand::RenameCommand(QString before, QString after,
                             std::function<void(const QString&)> apply)
    : m_before(std::move(before))
    , m_after(std::move(after))
    , m_apply(std::move(apply))
{
}

void RenameCommand::undo()
{
    m_apply(m_before);
}

void RenameCommand::redo()
{
    m_apply(m_after);
}

} // namespace ui
