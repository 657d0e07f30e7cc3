#include "ui/gallery/bitmap_image.h"

namespace ui {

QImage imageOf(const core::Bitmap& picture)
{
    if (picture.empty())
        return {};
    const QImage view(picture.pixels.data(), picture.width, picture.height,
                      qsizetype{3} * picture.width, QImage::Format_RGB888);
    return view.convertToFormat(QImage::Format_RGB32);
}

} // namespace ui
