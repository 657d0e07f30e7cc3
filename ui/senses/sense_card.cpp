#include "ui/senses/sense_card.h"

#include "ui/senses/elided_line.h"
#include "ui/senses/sense_mean.h"
#include "ui/senses/sense_name_edit.h"
#include "ui/senses/sense_wording.h"
#include "ui/senses/share_bar.h"
#include "ui/senses/top_strip.h"
#include "ui/theme/quiet_label.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int kPictureSide = 13 * kGrid;
constexpr int kStripe = kGrid / 2;
constexpr std::size_t kIdsShown = 12;

QString topIds(const core::Sense& sense, const core::Collection& collection)
{
    QStringList ids;
    const auto shown = std::min(sense.top.size(), kIdsShown);
    for (std::size_t i = 0; i < shown; ++i)
        ids.append(
            QString::fromStdString(collection.ids.at(static_cast<std::size_t>(sense.top[i].key))));
    return ids.join(QStringLiteral(", "));
}

} // namespace

SenseCard::SenseCard(ThumbnailLoader& loader, QWidget* parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_name(new SenseNameEdit(this))
    , m_shareText(new QLabel(this))
    , m_share(new ShareBar(this))
    , m_words(new ElidedLine(this))
    , m_mean(new SenseMean(kPictureSide, this))
    , m_strip(new TopStrip(loader, kPictureSide, this))
    , m_note(new QuietLabel({}, this))
    , m_typical(new ElidedLine(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_words->setObjectName(QStringLiteral("card-words"));
    m_note->setObjectName(QStringLiteral("card-note"));
    m_name->setCursor(Qt::IBeamCursor);
    layOut();
    connect(m_name, &SenseNameEdit::renamed, this, &SenseCard::renamed);
    connect(m_name, &SenseNameEdit::left, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(m_strip, &TopStrip::imageSelected, this, &SenseCard::imageSelected);
    connect(m_strip, &TopStrip::imageActivated, this, &SenseCard::imageActivated);
}

void SenseCard::layOut()
{
    auto* heading = new QHBoxLayout;
    heading->setSpacing(kGrid);
    heading->addWidget(m_sign);
    heading->addWidget(m_name, 1);
    heading->addWidget(m_share, 0, Qt::AlignVCenter);
    heading->addWidget(m_shareText);
    auto* pictures = new QHBoxLayout;
    pictures->setSpacing(kGrid);
    pictures->addWidget(m_mean);
    pictures->addWidget(m_strip, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid + kStripe, kGrid, 2 * kGrid, 3 * kGrid / 2);
    layout->setSpacing(kGrid / 2);
    layout->addLayout(heading);
    layout->addWidget(m_words);
    layout->addSpacing(kGrid / 2);
    layout->addLayout(pictures);
    layout->addWidget(m_note);
    layout->addWidget(m_typical);
}

void SenseCard::showSense(const core::Sense& sense, const core::Collection& collection)
{
    m_sense = sense.id;
    m_sign->setText(senseSign(sense.id));
    colourSign();
    m_name->setNames(senseIdText(sense.id), QString::fromStdString(sense.givenName));
    m_share->setShare(sense.share, senseAccent(sense.id));
    m_shareText->setText(senseShareText(sense));
    m_words->setText(senseWordsLine(sense));
    m_words->setVisible(!sense.words.words.empty());
    m_typical->setText(senseTypicalText(sense));
    m_typical->setVisible(sense.typicalPercentile.has_value());
    showTop(sense, collection);
    setAccessibleName(tr("Sense %1, %2").arg(senseTitle(sense), senseShareText(sense)));
    setAccessibleDescription(m_words->text());
    update();
}

void SenseCard::showTop(const core::Sense& sense, const core::Collection& collection)
{
    const bool pictures = collection.hasPictures() && !sense.top.empty();
    m_mean->setVisible(pictures);
    m_strip->setVisible(pictures);
    std::vector<core::ImageKey> keys;
    for (const auto& image : sense.top)
        keys.push_back(image.key);
    m_strip->setImages(keys);

    QString note = senseDeathText(sense);
    if (note.isEmpty() && !collection.hasPictures())
        note = tr("This collection came without pictures. Its top images, by id: %1")
                   .arg(topIds(sense, collection));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void SenseCard::showMean(const core::Bitmap& mean)
{
    m_mean->setPicture(mean);
}

void SenseCard::setName(const QString& name)
{
    m_name->setNames(senseIdText(m_sense), name);
    setAccessibleName(
        tr("Sense %1, %2").arg(name.isEmpty() ? senseIdText(m_sense) : name, m_shareText->text()));
}

void SenseCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool chosen = hasFocus();
    const double pen = chosen ? 2.0 : 1.0;
    const QColor accent = accentColour(senseAccent(m_sense), palette());
    QColor line = gridLineColour(palette());
    if (chosen)
        line = palette().color(QPalette::Highlight);
    else if (underMouse())
        line = accent;
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), kGrid,
                           kGrid);
    painter.fillPath(outline, palette().color(QPalette::Base));
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(QRect(0, 0, kStripe, height()), accent);
    painter.restore();
    painter.setPen(QPen(line, pen));
    painter.drawPath(outline);
}

void SenseCard::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT opened();
        return;
    case Qt::Key_F2:
        m_name->setFocus(Qt::ShortcutFocusReason);
        m_name->selectAll();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void SenseCard::mousePressEvent(QMouseEvent* event)
{
    event->setAccepted(event->button() == Qt::LeftButton);
}

void SenseCard::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT opened();
}

void SenseCard::enterEvent(QEnterEvent* event)
{
    update();
    QFrame::enterEvent(event);
}

void SenseCard::leaveEvent(QEvent* event)
{
    update();
    QFrame::leaveEvent(event);
}

void SenseCard::focusInEvent(QFocusEvent* event)
{
    update();
    QFrame::focusInEvent(event);
}

void SenseCard::focusOutEvent(QFocusEvent* event)
{
    update();
    QFrame::focusOutEvent(event);
}

void SenseCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        colourSign();
    QFrame::changeEvent(event);
}

void SenseCard::colourSign()
{
    const QColor colour = accentColour(senseAccent(m_sense), palette());
    QPalette changed = m_sign->palette();
    changed.setColor(QPalette::WindowText, colour);
    m_sign->setPalette(changed);
}

} // namespace ui
