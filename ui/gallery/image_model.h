#pragma once

#include "core/study/project.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace ui {

/// Images as rows of a list: their keys and nothing else is stored, so that a million are set as
/// fast as they are copied.
class ImageModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole, CaptionRole };

    using QAbstractListModel::QAbstractListModel;

    void setProject(const core::Project& project); ///< clears the images
    void setImages(const std::vector<core::ImageKey>& images);
    void setCaptions(std::function<QString(core::ImageKey)> captionOf);
    /// How many near-identical images each stands for, itself left out; none: all stand alone.
    void setStacks(std::function<qint64(core::ImageKey)> othersOf);

    const std::vector<core::ImageKey>& images() const { return m_images; }
    bool captioned() const { return static_cast<bool>(m_captionOf); }
    qint64 others(core::ImageKey key) const; ///< that a stack has below this image
    core::ImageKey key(int row) const { return m_images.at(static_cast<std::size_t>(row)); }
    QString id(core::ImageKey key) const; ///< empty where the project has no such image
    /// Absolute; empty: no picture.
    std::filesystem::path file(core::ImageKey key) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: the id; ToolTipRole: the id, and what the image stands for; AccessibleTextRole:
    /// that and the caption.
    QVariant data(const QModelIndex& index, int role) const override;
    /// Ids that begin with a text, without regard to case: Qt's own way through data() would hold
    /// the window for long when someone types in a grid of a million.
    QModelIndexList match(const QModelIndex& start, int role, const QVariant& value, int hits,
                          Qt::MatchFlags flags) const override;

private:
    QString caption(core::ImageKey key) const;
    QString described(core::ImageKey key, const QString& separator) const;
    QString accessibleText(core::ImageKey key) const;
    bool idBeginsWith(core::ImageKey key, const std::string& lowered) const;

    core::Project m_project;
    std::vector<core::ImageKey> m_images;
    std::function<QString(core::ImageKey)> m_captionOf;
    std::function<qint64(core::ImageKey)> m_othersOf;
};

} // namespace ui
