#include "ui/gallery/image_model.h"

#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

void ImageModel::setProject(const core::Project& project)
{
    beginResetModel();
    m_project = project;
    m_images.clear();
    endResetModel();
}

void ImageModel::setImages(const std::vector<core::ImageKey>& images)
{
    beginResetModel();
    m_images = images;
    endResetModel();
}

void ImageModel::setCaptions(std::function<QString(core::ImageKey)> captionOf)
{
    m_captionOf = std::move(captionOf);
    if (!m_images.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CaptionRole, Qt::AccessibleTextRole});
}

void ImageModel::setStacks(std::function<qint64(core::ImageKey)> othersOf)
{
    m_othersOf = std::move(othersOf);
    if (!m_images.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1),
                           {Qt::ToolTipRole, Qt::AccessibleTextRole});
}

qint64 ImageModel::others(core::ImageKey key) const
{
    return m_othersOf ? m_othersOf(key) : 0;
}

QString ImageModel::id(core::ImageKey key) const
{
    if (!m_project.collection || key < 0
        || static_cast<std::size_t>(key) >= m_project.collection->size())
        return {};
    return QString::fromStdString(m_project.collection->ids[static_cast<std::size_t>(key)]);
}

std::filesystem::path ImageModel::file(core::ImageKey key) const
{
    return id(key).isEmpty() ? std::filesystem::path() : m_project.pictureOf(key);
}

int ImageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_images.size());
}

QVariant ImageModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto image = key(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return id(image);
    case Qt::ToolTipRole:
        return described(image, QStringLiteral("\n"));
    case Qt::AccessibleTextRole:
        return accessibleText(image);
    case KeyRole:
        return static_cast<qint64>(image);
    case CaptionRole:
        return caption(image);
    default:
        return {};
    }
}

QModelIndexList ImageModel::match(const QModelIndex& start, int role, const QVariant& value,
                                  int hits, Qt::MatchFlags flags) const
{
    const bool typedId = role == Qt::DisplayRole && hits == 1 && flags.testFlag(Qt::MatchStartsWith)
                         && !flags.testFlag(Qt::MatchCaseSensitive);
    if (!typedId || !m_project.collection || m_images.empty())
        return QAbstractListModel::match(start, role, value, hits, flags);

    std::string typed = value.toString().toStdString();
    std::transform(typed.begin(), typed.end(), typed.begin(), lower);
    const auto fits = [&](core::ImageKey image) { return idBeginsWith(image, typed); };
    const auto from = m_images.begin() + std::max(0, start.row());
    auto found = std::find_if(from, m_images.end(), fits);
    if (found == m_images.end() && flags.testFlag(Qt::MatchWrap)) {
        found = std::find_if(m_images.begin(), from, fits);
        if (found == from)
            return {};
    }
    return found == m_images.end() ? QModelIndexList{}
                                   : QModelIndexList{index(int(found - m_images.begin()))};
}

QString ImageModel::caption(core::ImageKey key) const
{
    return m_captionOf ? m_captionOf(key) : QString();
}

/// The id and how many the image stands for.
QString ImageModel::described(core::ImageKey key, const QString& separator) const
{
    const auto alike = others(key);
    if (alike == 0)
        return id(key);
    const QString stack =
        alike == 1 ? tr("and 1 image that is nearly the same")
                   : tr("and %1 images that are nearly the same").arg(QLocale().toString(alike));
    return id(key) + separator + stack;
}

QString ImageModel::accessibleText(core::ImageKey key) const
{
    const QString line = caption(key);
    const QString image = described(key, QStringLiteral(" "));
    return line.isEmpty() ? image : tr("%1, %2").arg(image, line);
}

bool ImageModel::idBeginsWith(core::ImageKey key, const std::string& lowered) const
{
    if (key < 0 || static_cast<std::size_t>(key) >= m_project.collection->size())
        return false;
    const auto& id = m_project.collection->ids[static_cast<std::size_t>(key)];
    return id.size() >= lowered.size()
           && std::equal(lowered.begin(), lowered.end(), id.begin(),
                         [](char a, char b) { return a == lower(b); });
}

} // namespace ui
