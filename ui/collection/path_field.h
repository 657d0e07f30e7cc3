#pragma once

#include <QWidget>

#include <filesystem>

class QLineEdit;

namespace ui {

/// A line to write a path into and a button to choose it.
class PathField final : public QWidget {
    Q_OBJECT

public:
    enum class Kind {
        Folder,      ///< that is there
        FeatureFile, ///< .npy, .npz, .csv or HDF5 that is there
        NewFolder    ///< that will be made: the button chooses where
    };

    /// name   for a screen reader and the chooser's title
    PathField(Kind kind, const QString& name, QWidget* parent = nullptr);

    std::filesystem::path path() const; ///< empty: none
    void setPath(const std::filesystem::path& path);
    void setHint(const QString& hint); ///< shown while it is empty

Q_SIGNALS:
    void changed();

private:
    void choose();

    Kind m_kind;
    QString m_name;
    QLineEdit* m_line;
};

} // namespace ui
