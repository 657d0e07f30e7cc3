#include "core/ingest/record_roles.h"

#include "core/catalogue/date.h"
#include "core/error.h"
#include "core/ingest/count.h"

#include <algorithm>

namespace core {

namespace {

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

RecordRoles::RecordRoles(const TableReader& reader, const ColumnRoles& roles)
    : m_columns(reader.header().size())
{
    const auto place = [&](const std::optional<std::string>& name) {
        return name ? std::optional(reader.column(*name)) : std::nullopt;
    };
    m_id = place(roles.id);
    m_image = place(roles.image);
    m_author = place(roles.author);
    m_date = place(roles.date);
    m_split = place(roles.split);
    for (const auto& name : roles.texts)
        m_texts.emplace_back(name, reader.column(name));
    for (const auto& name : roles.low)
        m_counts.push_back({name, reader.column(name), Engagement::Low});
    for (const auto& name : roles.high)
        m_counts.push_back({name, reader.column(name), Engagement::High});
    if (m_counts.empty())
        throw Error(reader.file().string()
                    + ": no column is named as a count. Say which columns count low engagement "
                      "(views, likes) or high engagement (comments, shares).");
    for (const auto& counted : m_counts) {
        if (std::ranges::count(m_counts, counted.column, &Counted::column) > 1)
            throw Error(reader.file().string() + ": the column \"" + counted.name
                        + "\" is named twice as a count: name it once, as low or as high.");
    }
}

std::vector<Measure> RecordRoles::measures() const
{
    std::vector<Measure> measures;
    for (const auto& counted : m_counts)
        measures.push_back({counted.name, counted.engagement});
    return measures;
}

std::vector<std::string> RecordRoles::textColumns() const
{
    std::vector<std::string> names;
    for (const auto& [name, column] : m_texts)
        names.push_back(name);
    return names;
}

std::optional<std::string> RecordRoles::readCounts(const TableRecord& record, NewImage& image) const
{
    for (const auto& counted : m_counts) {
        auto count = parseCount(record.fields[counted.column]);
        if (auto* fault = std::get_if<std::string>(&count))
            return "\"" + counted.name + "\" " + *fault + ".";
        image.counts.push_back(std::get<std::int64_t>(count));
    }
    return std::nullopt;
}

std::optional<std::string> RecordRoles::readDate(const TableRecord& record, NewImage& image) const
{
    if (!m_date || trimmed(record.fields[*m_date]).empty())
        return std::nullopt;
    const auto cell = trimmed(record.fields[*m_date]);
    image.date = parseMoment(cell);
    if (image.date)
        return std::nullopt;
    return "\"" + std::string(cell.substr(0, 40))
           + "\" is no date that is understood: write it as 2013-02-28 or 2013-02-28T10:20:30Z.";
}

std::optional<std::string> RecordRoles::readSplit(const TableRecord& record, NewImage& image) const
{
    if (!m_split)
        return std::nullopt;
    const auto cell = trimmed(record.fields[*m_split]);
    if (cell == "train" || cell == "training")
        image.split = Split::Train;
    else if (cell == "validation" || cell == "val")
        image.split = Split::Validation;
    else if (cell == "test")
        image.split = Split::Test;
    else
        return "\"" + std::string(cell.substr(0, 40))
               + "\" is no split: write train, validation or test.";
    return std::nullopt;
}

std::optional<std::string> RecordRoles::readIdentity(const TableRecord& record, std::size_t number,
                                                     NewImage& image) const
{
    image.id = m_id ? std::string(trimmed(record.fields[*m_id])) : std::to_string(number);
    if (image.id.empty())
        return "The id is empty: give the row one that no other row has.";
    if (m_image) {
        image.path = std::string(trimmed(record.fields[*m_image]));
        if (image.path.empty())
            return "No picture is named: write its file name, or leave the row out.";
    }
    return std::nullopt;
}

std::variant<NewImage, std::string> RecordRoles::imageOf(const TableRecord& record,
                                                         std::size_t number) const
{
    if (!record.fault.empty())
        return record.fault;
    if (record.fields.size() != m_columns)
        return "The row has " + std::to_string(record.fields.size()) + " fields in place of "
               + std::to_string(m_columns) + ": check its quotes and delimiters.";
    NewImage image;
    for (const auto& read : {readIdentity(record, number, image), readCounts(record, image),
                             readDate(record, image), readSplit(record, image)}) {
        if (read)
            return *read;
    }
    for (const auto& [name, column] : m_texts)
        image.texts.emplace_back(trimmed(record.fields[column]));
    if (m_author)
        image.author = std::string(trimmed(record.fields[*m_author]));
    return image;
}

} // namespace core
