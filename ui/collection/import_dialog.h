#pragma once

#include "core/ingest/table_preview.h"
#include "core/study/import_collection.h"

#include <QDialog>

#include <filesystem>
#include <memory>

namespace ui {

/// Before an import: the first rows of a table, which column is what (guessed, correctable), which
/// counts are low and which high engagement, where the pictures are, where the project goes.
/// Says what is missing in words beside the field, and enables Import when nothing is.
class ImportDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportDialog)

public:
    /// source   a table, or a folder of pictures; a folder that holds one table opens that table
    ///          with the folder as the place of the pictures
    /// Throws core::Error where the table cannot be read (core::previewTable).
    explicit ImportDialog(const std::filesystem::path& source, QWidget* parent = nullptr);
    ~ImportDialog() override;

    /// What to import, valid after accept().
    core::ImportRequest request() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// After an import: how many images came in, and each rejected row and unmatched picture with its
/// reason; the list can be saved as CSV.
class ImportReportDialog final : public QDialog {
    Q_OBJECT

public:
    ImportReportDialog(const QString& title, std::size_t images, const core::ImportLosses& losses,
                       QWidget* parent = nullptr);
};

} // namespace ui
