#include "data/emoji/emoji.h"

#include "core/error.h"
#include "data/emoji/emoji_font.h"
#include "data/table_writer.h"

#include <QFile>
#include <QImageWriter>
#include <QTextStream>

#include <array>
#include <string>

// Outside of any namespace, as Qt asks: a static library's resources are not found by themselves.
static void makeUsesKnown()
{
    Q_INIT_RESOURCE(emoji);
}

namespace samples {

namespace {

constexpr int kSide = 160;
constexpr std::size_t kReportEvery = 20; // images between two reports

constexpr const char* kReadme =
    "Emoji: 845 emoji and how often each was used on Twitter\n"
    "=======================================================\n"
    "\n"
    "posts.csv  id (code points), image, name (Unicode), category, uses\n"
    "images/    one PNG an emoji, drawn on this machine with its colour emoji font\n"
    "\n"
    "These are real data. The column uses holds 26.2 billion uses in public tweets, as counted by\n"
    "emojitracker (https://emojitracker.com, by Matthew Rothenberg; MIT licence). The counts are\n"
    "facts. Names and categories are those of the Unicode Character Database (Unicode licence).\n"
    "The pictures were drawn from the font on this machine; for Noto Color Emoji they fall under\n"
    "the SIL Open Font License 1.1 of that font.\n";

Emoji emojiOf(const QString& line)
{
    const auto fields = line.split(QLatin1Char(','));
    if (fields.size() != 4)
        throw core::Error("The program's own table of emoji is damaged; install it again.");
    return {fields[0], fields[1], fields[2], fields[3].toULongLong()};
}

void saveEmoji(const Emoji& emoji, const QFont& font, const std::filesystem::path& file)
{
    const auto text = emojiText(emoji.codepoints);
    if (visibleGlyphs(text, font) != 1)
        throw core::Error("The font " + font.family().toStdString() + " cannot draw the emoji \""
                          + emoji.name.toStdString()
                          + "\"; update the package fonts-noto-color-emoji and try again.");
    QImageWriter writer(QString::fromStdU16String(file.u16string()), "png");
    if (!writer.write(drawEmoji(text, font, kSide)))
        throw core::Error("The image " + file.string() + " cannot be written ("
                          + writer.errorString().toStdString()
                          + "); check the free space of the disk.");
}

} // namespace

std::vector<Emoji> usedEmoji()
{
    makeUsesKnown();
    QFile file(QStringLiteral(":/samples/emoji/uses.csv"));
    if (!file.open(QIODevice::ReadOnly))
        throw core::Error("The program's own table of emoji is missing; install it again.");
    QTextStream lines(&file);
    lines.readLine(); // the header
    std::vector<Emoji> emoji;
    while (!lines.atEnd())
        emoji.push_back(emojiOf(lines.readLine()));
    return emoji;
}

SampleReport writeEmoji(const OutputFolder& output, const std::stop_token& stop,
                        const core::ProgressObserver& observe)
{
    const auto all = usedEmoji();
    const auto font = emojiFont();
    const auto images = output.makeImagesFolder();
    SampleReport report{.images = all.size(),
                        .table = output.path() / "posts.csv",
                        .lowMeasures = {"uses"},
                        .highMeasures = {},
                        .synthetic = false};
    TableWriter table(report.table,
                      std::array<std::string, 5>{"id", "image", "name", "category", "uses"});
    for (std::size_t k = 0; k < all.size(); ++k) {
        core::throwIfStopped(stop);
        if (observe && k % kReportEvery == 0)
            observe({"Drawing emoji", k, all.size()});
        const auto id = all[k].codepoints.toStdString();
        saveEmoji(all[k], font, images / (id + ".png"));
        table.writeRow(
            std::array<std::string, 5>{id, "images/" + id + ".png", all[k].name.toStdString(),
                                       all[k].category.toStdString(), std::to_string(all[k].uses)});
    }
    table.close();
    writeText(output.path() / "README.txt", kReadme);
    if (observe)
        observe({"Drawing emoji", all.size(), all.size()});
    return report;
}

} // namespace samples
