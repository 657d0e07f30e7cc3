#pragma once

#include "core/study/project.h"

#include <QImage>
#include <QObject>

#include <memory>
#include <optional>

namespace ui {

/// Thumbnails from worker threads, newest request first. Belongs to the window's thread, which
/// never decodes: every function returns at once.
class ThumbnailLoader final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThumbnailLoader)

public:
    explicit ThumbnailLoader(QObject* parent = nullptr);
    ~ThumbnailLoader() override; ///< drops the queue and waits for the pictures under way

    /// Forgets all pictures and requests of the project before.
    void setProject(const core::Project& project);
    /// The thumbnail, or a null image: then it is requested and loaded() follows, unless failed()
    /// or dropped before its turn.
    QImage thumbnail(core::ImageKey key);
    /// The first words of an image that has no picture, or nullopt: then they are requested and
    /// loaded() follows. Empty where there are none, and where there is a picture.
    std::optional<QString> text(core::ImageKey key);
    bool failed(core::ImageKey key) const; ///< cannot be read, or has no picture
    void dropRequests();                   ///< those not yet begun: the view has scrolled on
    void setQuiet(bool quiet);             ///< one worker while a model trains

Q_SIGNALS:
    void loaded(qint64 key); ///< or failed() by now; several follow each other in one event
    /// Whoever still waits for a picture asks again.
    void requestsDropped();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace ui
