#pragma once

#include "core/study/senses.h"

#include <QListWidget>

namespace ui {

/// A sense's top images by their ids, for a collection without pictures.
class TopList final : public QListWidget {
    Q_OBJECT

public:
    explicit TopList(QWidget* parent = nullptr);

    void setImages(const core::Sense& sense, const core::Collection& collection);

Q_SIGNALS:
    void imageSelected(qint64 key);
    void imageActivated(qint64 key);
};

} // namespace ui
