#pragma once

#include <QString>
#include <QUndoCommand>

#include <functional>

namespace ui {

/// One renaming of one sense, done and undone by the same function.
class RenameCommand final : public QUndoCommand {
public:
    /// apply   gives the sense this name; called at once by the stack it is pushed on
    RenameCommand(QString before, QString after, std::function<void(const QString&)> apply);

    void undo() override;
    void redo() override;

private:
    QString m_before;
    QString m_after;
    std::function<void(const QString&)> m_apply;
};

} // namespace ui
