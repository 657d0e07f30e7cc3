#pragma once

#include <QByteArray>
#include <QImage>

namespace samples {

struct Post;

/// The picture of a post, drawn and graded, a square of `side` pixels; a repost's crop and banner
/// included. Pure: any thread, and the same pixels for the same post on one machine.
QImage drawPicture(const Post& post, int side);

/// The same as a JPEG file.
QByteArray pictureFile(const Post& post, int side);

} // namespace samples
