#include "ui/collection/import_dialog.h"

#include "core/error.h"
#include "ui/collection/column_roles_editor.h"
#include "ui/collection/import_plan.h"
#include "ui/collection/path_field.h"
#include "ui/collection/table_preview_model.h"
#include "ui/collection/tone_label.h"
#include "ui/collection/wording.h"
#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <system_error>
#include <utility>

namespace ui {

namespace {

constexpr std::size_t kRowsShown = 50;
constexpr std::uintmax_t kCountedBytes = 4U << 20U; // a smaller table is counted, not estimated
constexpr int kVisibleRows = 4;

/// Reads the head of a table and says how long all of it is.
TableFacts readFacts(const std::filesystem::path& table, const std::string& encoding = {})
{
    std::error_code unknown;
    const bool small = std::filesystem::file_size(table, unknown) <= kCountedBytes && !unknown;
    const std::size_t most = small ? kCountedBytes : kRowsShown; // a row takes a byte at least
    TableFacts facts{core::previewTable(table, most, encoding), {}};
    auto& rows = facts.preview.rows;
    std::size_t bytes = 0;
    for (const auto& row : rows) {
        for (const auto& field : row)
            bytes += field.size() + 1;
    }
    facts.rows = estimateRows(table, rows.size(), most, bytes);
    if (rows.size() > kRowsShown)
        rows.resize(kRowsShown);
    return facts;
}

QString formatWord(core::TableFormat format)
{
    switch (format) {
    case core::TableFormat::Tabs:
        return ImportDialog::tr("separated by tabs");
    case core::TableFormat::Semicolons:
        return ImportDialog::tr("separated by semicolons");
    case core::TableFormat::JsonLines:
        return ImportDialog::tr("JSON Lines");
    case core::TableFormat::Commas:
        break;
    }
    return ImportDialog::tr("separated by commas");
}

QString factsWords(const TableFacts& facts)
{
    const QString rows = counted(static_cast<qint64>(facts.rows.rows), ImportDialog::tr("1 row"),
                                 ImportDialog::tr("%1 rows"));
    const QString columns = counted(static_cast<qint64>(facts.preview.header.size()),
                                    ImportDialog::tr("1 column"), ImportDialog::tr("%1 columns"));
    return ImportDialog::tr("%1 of %2, %3")
        .arg(facts.rows.exact ? rows : ImportDialog::tr("About %1").arg(rows), columns,
             formatWord(facts.preview.format));
}

/// The encoding that was guessed, and those that tables come in.
QComboBox* encodingChoice(const std::string& guessed, QWidget* parent)
{
    auto* choice = new QComboBox(parent);
    choice->setAccessibleName(ImportDialog::tr("Text encoding"));
    choice->setToolTip(ImportDialog::tr("Guessed. Choose another one where letters look wrong."));
    const QString first = QString::fromStdString(guessed);
    choice->addItem(ImportDialog::tr("%1 (guessed)").arg(first), first);
    for (const char* name :
         {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "windows-1250", "windows-1251",
          "ISO-8859-1", "ISO-8859-15", "GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"}) {
        if (first.compare(QLatin1String(name), Qt::CaseInsensitive) != 0)
            choice->addItem(QLatin1String(name), QLatin1String(name));
    }
    return choice;
}

QTableView* previewView(QWidget* parent)
{
    auto* view = new QTableView(parent);
    view->setAccessibleName(ImportDialog::tr("The first rows of the table"));
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false); // Tab leaves the table
    view->verticalHeader()->setVisible(false);
    view->verticalHeader()->setDefaultSectionSize(3 * kGrid);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setMaximumSectionSize(30 * kGrid);
    return view;
}

/// Columns as wide as what they hold, and room for a few rows.
void fitToContents(QTableView* view)
{
    view->horizontalHeader()->setStretchLastSection(false);
    view->resizeColumnsToContents();
    view->horizontalHeader()->setStretchLastSection(true);
    const int header = view->horizontalHeader()->sizeHint().height();
    view->setFixedHeight(header + kVisibleRows * 3 * kGrid + 2 * kGrid);
}

} // namespace

struct ImportDialog::Parts {
    ImportSource source;
    TableFacts table;      // where there is a table
    PictureCount pictures; // where there is none
    QLabel* facts = nullptr;
    QComboBox* encoding = nullptr;
    QTableView* rows = nullptr;
    TablePreviewModel* preview = nullptr;
    QVBoxLayout* columnsPlace = nullptr;
    ColumnRolesEditor* columns = nullptr;
    PathField* images = nullptr;
    PathField* features = nullptr;
    PathField* project = nullptr;
    QSpinBox* seed = nullptr;
    QLabel* sign = nullptr;
    QLabel* sentence = nullptr;
    QPushButton* import = nullptr;

    QString found() const;
    void addHeading(QVBoxLayout& page, QWidget* dialog);
    void addEncoding(QVBoxLayout& page, ImportDialog* dialog);
    void readAgain(ImportDialog* dialog);
    void showTable(ImportDialog* dialog);
    void addTable(QVBoxLayout& page, ImportDialog* dialog);
    void addPlaces(QVBoxLayout& page, ImportDialog* dialog);
    void addMore(QVBoxLayout& page, QWidget* dialog);
    void addVerdict(QVBoxLayout& page, ImportDialog* dialog);
    core::ImportRequest request() const;
    void update() const;
};

/// What was found where the person pointed, in words.
QString ImportDialog::Parts::found() const
{
    const auto& what = source.table ? *source.table : source.pictures;
    if (source.table)
        return tr("%1. In %2").arg(factsWords(table), pathText(what.parent_path()));
    QString words =
        tr("A folder of pictures: %1. In %2")
            .arg(counted(static_cast<qint64>(pictures.pictures), tr("1 picture file"),
                         pictures.all ? tr("%1 picture files") : tr("more than %1 picture files")),
                 pathText(what.parent_path()));
    if (!source.otherTables.empty())
        words += QLatin1Char('\n')
                 + tr("It holds %1 tables too: open one of them instead to know what is popular.")
                       .arg(source.otherTables.size());
    return words;
}

void ImportDialog::Parts::addHeading(QVBoxLayout& page, QWidget* dialog)
{
    const auto& what = source.table ? *source.table : source.pictures;
    const auto name = what.has_filename() ? what.filename() : what.parent_path().filename();
    page.addWidget(new ToneLabel(ToneLabel::Tone::Title, oneLine(pathText(name), 80), dialog));
    facts = new QuietLabel(found(), dialog);
    page.addWidget(facts);
}

void ImportDialog::Parts::addEncoding(QVBoxLayout& page, ImportDialog* dialog)
{
    encoding = encodingChoice(table.preview.encoding, dialog);
    auto* label = new QLabel(tr("Text &encoding"), dialog);
    label->setBuddy(encoding);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(label);
    row->addWidget(encoding);
    row->addStretch(1);
    page.addLayout(row);
    connect(encoding, &QComboBox::currentIndexChanged, dialog,
            [this, dialog] { readAgain(dialog); });
}

/// In the encoding that was chosen. Where the table is none in it, that is said and what was shown
/// stays.
void ImportDialog::Parts::readAgain(ImportDialog* dialog)
{
    try {
        table = readFacts(*source.table, encoding->currentData().toString().toStdString());
    } catch (const core::Error& error) {
        import->setEnabled(false);
        sentence->setText(QString::fromUtf8(error.what()));
        sign->show();
        return;
    }
    facts->setText(found());
    showTable(dialog);
    update();
}

/// The first rows, and the use of each column as it is guessed.
void ImportDialog::Parts::showTable(ImportDialog* dialog)
{
    delete columns;
    columns = new ColumnRolesEditor(table.preview, dialog);
    columnsPlace->addWidget(columns);
    auto* before = preview;
    preview = new TablePreviewModel(table.preview, columns->roles(), dialog);
    rows->setModel(preview);
    delete before;
    fitToContents(rows);
    // What is made last would be reached last. The list of a combo box is a window of its own.
    QWidget* last = rows;
    for (auto* field : columns->findChildren<QWidget*>()) {
        if ((field->focusPolicy() & Qt::TabFocus) != 0 && field->window() == dialog->window())
            QWidget::setTabOrder(std::exchange(last, field), field);
    }
    connect(columns, &ColumnRolesEditor::changed, dialog, [this] {
        preview->setRoles(columns->roles());
        update();
    });
}

void ImportDialog::Parts::addTable(QVBoxLayout& page, ImportDialog* dialog)
{
    addEncoding(page, dialog);
    rows = previewView(dialog);
    page.addWidget(rows);
    page.addSpacing(kGrid);
    page.addWidget(
        new ToneLabel(ToneLabel::Tone::Heading, tr("What each column is used as"), dialog));
    columnsPlace = new QVBoxLayout;
    page.addLayout(columnsPlace, 1);
    showTable(dialog);
    page.addWidget(new QuietLabel(
        tr("Low engagement is a glance: views, likes, uses. High engagement is an effort: "
           "comments, shares."),
        dialog));
}

void ImportDialog::Parts::addPlaces(QVBoxLayout& page, ImportDialog* dialog)
{
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * kGrid);
    form->setVerticalSpacing(kGrid);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    if (source.table) {
        images = new PathField(PathField::Kind::Folder, tr("Pictures folder"), dialog);
        images->setPath(source.pictures);
        form->addRow(tr("&Pictures folder"), images);
        features = new PathField(PathField::Kind::FeatureFile, tr("Feature file"), dialog);
        features->setHint(
            tr("Optional: .npy, .npz, .csv or .h5, one row for each row of the table"));
        form->addRow(tr("&Feature file"), features);
    }
    project = new PathField(PathField::Kind::NewFolder, tr("Project folder"), dialog);
    project->setPath(freeProjectFolder(source));
    form->addRow(tr("Pro&ject folder"), project);
    page.addLayout(form);
    for (auto* field : {images, features, project}) {
        if (field != nullptr)
            connect(field, &PathField::changed, dialog, [this] { update(); });
    }
}

void ImportDialog::Parts::addMore(QVBoxLayout& page, QWidget* dialog)
{
    auto* more = new QToolButton(dialog);
    more->setText(tr("&More"));
    more->setCheckable(true);
    more->setAutoRaise(true);
    more->setArrowType(Qt::RightArrow);
    more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* folded = new QWidget(dialog);
    auto* form = new QFormLayout(folded);
    form->setContentsMargins(2 * kGrid, 0, 0, 0);
    form->setHorizontalSpacing(2 * kGrid);
    seed = new QSpinBox(folded);
    seed->setRange(0, 999'999'999);
    seed->setValue(static_cast<int>(core::ImportRequest().splitSeed));
    seed->setMaximumWidth(16 * kGrid);
    form->addRow(tr("Split &seed"), seed);
    form->addRow(new QuietLabel(tr("The same seed always parts the same images into 70% for "
                                   "training, 10% for validation and 20% for testing."),
                                folded));
    folded->hide();
    page.addWidget(more);
    page.addWidget(folded);
    connect(more, &QToolButton::toggled, folded, [more, folded](bool open) {
        more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        folded->setVisible(open);
    });
}

void ImportDialog::Parts::addVerdict(QVBoxLayout& page, ImportDialog* dialog)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    sign = new QLabel(dialog);
    sign->setAlignment(Qt::AlignTop);
    sign->setPixmap(sign->style()->standardIcon(QStyle::SP_MessageBoxWarning).pixmap(2 * kGrid));
    sign->setAccessibleName(tr("Warning"));
    sentence = new QLabel(dialog);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    sentence->setAccessibleName(tr("What the import will do"));
    row->addWidget(sign);
    row->addWidget(sentence, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    import->setDefault(true);
    page.addSpacing(kGrid);
    page.addLayout(row);
    page.addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
}

core::ImportRequest ImportDialog::Parts::request() const
{
    core::ImportRequest wanted;
    wanted.project = project->path();
    wanted.table = source.table;
    wanted.images = source.table ? images->path() : source.pictures;
    if (!source.table)
        return wanted;
    if (auto file = features->path(); !file.empty())
        wanted.features = std::move(file);
    wanted.encoding = table.preview.encoding;
    wanted.roles = namedRoles(table.preview.header, columns->roles());
    wanted.splitSeed = static_cast<std::uint64_t>(seed->value());
    return wanted;
}

void ImportDialog::Parts::update() const
{
    const auto wanted = request();
    const auto verdict = source.table ? judgeTable(wanted, table) : judgeFolder(wanted, pictures);
    if (images != nullptr)
        images->setEnabled(wanted.roles.image.has_value());
    import->setEnabled(verdict.sound);
    sentence->setText(verdict.doubt.isEmpty()
                          ? verdict.sentence
                          : verdict.sentence + QLatin1Char('\n') + verdict.doubt);
    const bool plain = verdict.sound && verdict.doubt.isEmpty();
    sign->setVisible(!plain);
}

ImportDialog::ImportDialog(const std::filesystem::path& source, QWidget* parent)
    : QDialog(parent)
    , m_parts(std::make_unique<Parts>())
{
    auto& parts = *m_parts;
    parts.source = importSource(source);
    if (parts.source.table)
        parts.table = readFacts(*parts.source.table);
    else
        parts.pictures = countPictures(parts.source.pictures);

    setWindowTitle(tr("Import a collection"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    page->setSpacing(kGrid);
    parts.addHeading(*page, this);
    page->addSpacing(kGrid);
    if (parts.source.table)
        parts.addTable(*page, this);
    page->addSpacing(kGrid);
    parts.addPlaces(*page, this);
    if (parts.source.table)
        parts.addMore(*page, this);
    parts.addVerdict(*page, this);
    resize(112 * kGrid, parts.source.table ? 92 * kGrid : sizeHint().height());
    parts.update();
}

ImportDialog::~ImportDialog() = default;

core::ImportRequest ImportDialog::request() const
{
    return m_parts->request();
}

} // namespace ui
