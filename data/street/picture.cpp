#include "data/street/picture.h"

#include "data/street/grade.h"
#include "data/street/lettering.h"
#include "data/street/plan.h"
#include "data/street/themes.h"

#include <QBuffer>
#include <QImageWriter>

#include <array>
#include <stdexcept>

namespace samples {

namespace {

QImage drawScene(const Post& post, int side)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::black);
    Dice dice(post.pictureSeed);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(side / kScene, side / kScene);
    Canvas canvas{painter, dice, post.traits};
    themes()[post.theme].draw(canvas);
    painter.end();
    applyGrade(image, post.traits, dice);
    return image;
}

void layBanner(QImage& image, std::uint64_t seed)
{
    static constexpr std::array kLines{"so true",      "seen today",   "sharing this again",
                                       "via a friend", "look at this", "still good"};
    Dice dice(seed);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(image.width() / kScene, image.height() / kScene);
    const QRectF strip(0, kScene - 26, kScene, 26);
    painter.fillRect(strip, QColor(0, 0, 0, 150));
    painter.setPen(Qt::white);
    drawText(painter, strip, {QString::fromLatin1(dice.pick(kLines)), Face::Sans, 14, true});
}

QImage repeatScene(const QImage& scene, const Post& post)
{
    const RepostEdit& edit = post.edit;
    const double side = scene.width();
    const double rest = side * (1 - edit.crop);
    const QRectF kept(side * edit.crop * edit.cropLeft, side * edit.crop * edit.cropTop, rest,
                      rest);
    QImage image(scene.size(), scene.format());
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(image.rect()), scene, kept);
    painter.end();
    if (edit.banner)
        layBanner(image, post.pictureSeed);
    return image;
}

} // namespace

QImage drawPicture(const Post& post, int side)
{
    auto scene = drawScene(post, side);
    return post.original ? repeatScene(scene, post) : scene;
}

QByteArray pictureFile(const Post& post, int side)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(post.original ? post.edit.quality : 90);
    if (!writer.write(drawPicture(post, side)))
        throw std::runtime_error("a picture cannot be made a JPEG file: "
                                 + writer.errorString().toStdString());
    return bytes;
}

} // namespace samples
