#pragma once

#include "core/study/overview.h"
#include "ui/collection/named_mean.h"

#include <QImage>
#include <QWidget>

#include <array>

class QLabel;
class QPushButton;
class QSpinBox;

namespace ui {

/// The paper's Figure 1: the mean of the N most popular, most unpopular and of N random pictures.
class MeansPanel final : public QWidget {
    Q_OBJECT

public:
    explicit MeansPanel(QWidget* parent = nullptr);

    /// Forgets the means. Without pictures, or without counts to be popular by, says so instead.
    void setCollection(bool pictures, bool counts);
    void clearMeans(); ///< they no longer answer what is asked
    void showMeans(const core::CollectionMeans& means);
    void showFailed(const QString& message);
    void request(); ///< asks for the means, as its button does

Q_SIGNALS:
    void meansRequested(int count);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool empty() const;
    void exportMenu(const QPoint& at);
    void save(const QString& suggestedName, const QImage& picture);
    QImage sheet() const; ///< all three side by side with their names

    std::array<NamedMean*, 3> m_means;
    QWidget* m_controls;
    QWidget* m_pictures;
    QSpinBox* m_count;
    QPushButton* m_compute;
    QPushButton* m_export;
    QLabel* m_status;
};

} // namespace ui
