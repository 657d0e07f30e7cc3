#pragma once

#include "core/study/senses.h"
#include "ui/gallery/thumbnail_loader.h"

#include <QWidget>

#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class QuietLabel;
class SenseCard;

/// All senses of a run as cards: popular ones at the left, unpopular ones at the right.
class SenseBoard final : public QWidget {
    Q_OBJECT

public:
    /// loader   outlives this
    explicit SenseBoard(ThumbnailLoader& loader, QWidget* parent = nullptr);

    /// Keeps the means of before where the senses are the same.
    void showSenses(const core::Senses& senses, const core::Collection& collection);
    void showMeans(const std::vector<core::MeanImage>& means); ///< in the order of the senses
    void clearMeans();
    void setName(const core::SenseId& sense, const QString& name);
    void focusSense(const core::SenseId& sense);

Q_SIGNALS:
    void opened(const core::SenseId& sense);
    void renamed(const core::SenseId& sense, const QString& name);
    void imageSelected(qint64 key);
    void imageActivated(qint64 key);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Column {
        QLabel* heading = nullptr;
        QuietLabel* meaning = nullptr;
        QVBoxLayout* cards = nullptr;
        QuietLabel* none = nullptr;
    };

    Column makeColumn(core::Polarity polarity);
    Column& columnOf(const core::SenseId& sense);
    SenseCard* cardOf(const core::SenseId& sense) const; ///< nullptr: none
    void remakeCards(const core::Senses& senses);
    void colourHeadings();

    ThumbnailLoader& m_loader;
    Column m_popular;
    Column m_unpopular;
    QScrollArea* m_scroll;
    std::vector<SenseCard*> m_cards; ///< in the order of the senses
};

} // namespace ui
