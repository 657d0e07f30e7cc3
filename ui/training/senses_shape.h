#pragma once

#include "core/ranking/trainer.h"
#include "ui/training/tile_source.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;

namespace ui {

class QuietLabel;
class SenseRow;

/// The senses taking shape: a row of top images for each sense, popular ones in one column and
/// unpopular ones in the other where the width allows.
class SensesShape final : public QWidget {
    Q_OBJECT

public:
    /// loader   outlives this
    explicit SensesShape(ThumbnailLoader& loader, QWidget* parent = nullptr);

    void setProject(const core::Project& project); ///< clears the senses
    void clear(const QString& text);               ///< no senses; says `text` in their place
    /// Rows that wait for their images.
    void setSenses(int popular, int unpopular);
    void showSnapshot(const core::TrainingSnapshot& snapshot);

Q_SIGNALS:
    void imageSelected(qint64 key);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeSenses();
    void addRow(const core::SenseId& id);
    void arrange();
    void recolour();
    void repaintImage(qint64 key);

    TileSource m_tiles;
    QStackedWidget* m_stack;
    QuietLabel* m_empty;
    QuietLabel* m_noPictures;
    QLabel* m_popularTitle;
    QLabel* m_unpopularTitle;
    QScrollArea* m_scroll;
    QWidget* m_senses;
    QGridLayout* m_grid;
    std::vector<SenseRow*> m_rows; ///< popular first
    int m_popular = 0;
    bool m_sideBySide = true;
};

} // namespace ui
