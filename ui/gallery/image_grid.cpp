#include "ui/gallery/image_grid.h"

#include "ui/gallery/picture_file.h"
#include "ui/gallery/tile_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr std::size_t kMostExported = 500;
constexpr int kGridSide = 160;
constexpr int kStripSide = 120;

} // namespace

struct ImageGrid::Parts : QObject {
    Parts(ImageGrid& grid, ThumbnailLoader& thumbnails, Shape shape);

    void showMenu(const QPoint& position);
    std::vector<core::ImageKey> exported() const;

    ImageGrid& owner;
    ThumbnailLoader& loader;
    ImageModel model;
    TilePainter tiles{loader, model};
    TileView view;
};

ImageGrid::Parts::Parts(ImageGrid& grid, ThumbnailLoader& thumbnails, Shape shape)
    : QObject(&grid)
    , owner(grid)
    , loader(thumbnails)
    , view(model, tiles, shape == Shape::Strip)
{
    view.setObjectName(QStringLiteral("tiles"));
    view.setAccessibleName(tr("Images"));
    view.setEmptyText(tr("No images to show."));
    view.setTileSide(shape == Shape::Strip ? kStripSide : kGridSide);

    connect(&view, &TileView::chosen, &owner, [this](const QModelIndex& index) {
        Q_EMIT owner.imageSelected(model.key(index.row()));
    });
    connect(&view, &TileView::opened, &owner, [this](const QModelIndex& index) {
        Q_EMIT owner.imageActivated(model.key(index.row()));
    });
    connect(&view, &TileView::menuRequested, this, &Parts::showMenu);
    connect(&loader, &ThumbnailLoader::loaded, &view, [this](qint64 key) {
        const int row = tiles.takeWaiting(key);
        if (row >= 0 && row < model.rowCount())
            view.update(model.index(row));
    });
    connect(&loader, &ThumbnailLoader::requestsDropped, &view, [this] {
        if (tiles.waiting()) // painting asks again for what is still on the screen
            view.viewport()->update();
    });
    const auto* bar = shape == Shape::Strip ? view.horizontalScrollBar() : view.verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, &loader, &ThumbnailLoader::dropRequests);
}

void ImageGrid::Parts::showMenu(const QPoint& position)
{
    const QModelIndex index = view.currentIndex();
    if (!index.isValid())
        return;
    const auto key = model.key(index.row());
    const auto file = model.file(key);
    auto* menu = new QMenu(&view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* open = menu->addAction(tr("Open picture"), this, [file] { openPicture(file); });
    auto* folder = menu->addAction(tr("Show in folder"), this, [file] { showInFolder(file); });
    open->setEnabled(!file.empty());
    folder->setEnabled(!file.empty());
    menu->addAction(tr("Copy id"), this,
                    [id = model.id(key)] { QGuiApplication::clipboard()->setText(id); });
    menu->addSeparator();
    menu->addAction(tr("Export contact sheet…"), this,
                    [this] { Q_EMIT owner.exportRequested(exported()); });
    menu->popup(position);
}

/// The selected images where there are several, otherwise all.
std::vector<core::ImageKey> ImageGrid::Parts::exported() const
{
    std::vector<int> rows;
    // By ranges, because all of a million may be selected.
    for (const auto& range : view.selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom() && rows.size() < kMostExported; ++row)
            rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    if (rows.size() < 2) {
        const auto count = std::min(kMostExported, model.images().size());
        return {model.images().begin(), model.images().begin() + std::ptrdiff_t(count)};
    }
    std::vector<core::ImageKey> keys;
    keys.reserve(rows.size());
    for (const int row : rows)
        keys.push_back(model.key(row));
    return keys;
}

ImageGrid::ImageGrid(ThumbnailLoader& loader, Shape shape, QWidget* parent)
    : QWidget(parent)
    , m_parts(new Parts(*this, loader, shape))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&m_parts->view);
    setFocusProxy(&m_parts->view);
    if (shape == Shape::Strip)
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ImageGrid::setProject(const core::Project& project)
{
    m_parts->model.setProject(project);
    m_parts->tiles.clear();
}

void ImageGrid::setImages(const std::vector<core::ImageKey>& images)
{
    if (images == m_parts->model.images())
        return;
    const auto before = current();
    m_parts->tiles.clear();
    m_parts->model.setImages(images);
    m_parts->loader.dropRequests();
    if (!before)
        return;
    const auto place = std::find(images.begin(), images.end(), *before);
    if (place != images.end())
        m_parts->view.restoreCurrent(static_cast<int>(place - images.begin()));
}

void ImageGrid::setCaptions(std::function<QString(core::ImageKey)> captionOf)
{
    m_parts->model.setCaptions(std::move(captionOf));
    m_parts->view.layOut();
    m_parts->view.viewport()->update();
}

void ImageGrid::setStacks(std::function<qint64(core::ImageKey)> othersOf)
{
    m_parts->model.setStacks(std::move(othersOf));
    m_parts->view.viewport()->update();
}

const std::vector<core::ImageKey>& ImageGrid::images() const
{
    return m_parts->model.images();
}

void ImageGrid::setTileSide(int pixels)
{
    m_parts->view.setTileSide(pixels);
}

void ImageGrid::setEmptyText(const QString& text)
{
    m_parts->view.setEmptyText(text);
}

std::optional<core::ImageKey> ImageGrid::current() const
{
    const QModelIndex index = m_parts->view.currentIndex();
    if (!index.isValid())
        return std::nullopt;
    return m_parts->model.key(index.row());
}

} // namespace ui
