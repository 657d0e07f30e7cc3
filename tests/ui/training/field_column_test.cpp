#include "tests/ui/patience.h"
#include "ui/training/field_column.h"

#include <QScrollArea>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>
#include <gtest/gtest.h>

#include <vector>

namespace {

/// More fields than there is room for.
class FieldColumnTest : public testing::Test {
protected:
    FieldColumnTest()
    {
        auto* column = new ui::FieldColumn;
        for (int i = 0; i < 20; ++i) {
            fields.push_back(new QSpinBox);
            column->addField(i == 19 ? QStringLiteral("&Last") : QStringLiteral("Field"),
                             fields.back());
        }
        area.setWidget(column);
        area.setWidgetResizable(true);
        area.resize(300, 120);
        area.show();
        area.activateWindow();
        EXPECT_TRUE(waitUntil([this] { return area.isActiveWindow(); }));
    }

    bool inSight(const QWidget& field) const
    {
        const auto* viewport = area.viewport();
        const QRect place(field.mapTo(viewport, QPoint(0, 0)), field.size());
        return viewport->rect().contains(place);
    }

    QScrollArea area;
    std::vector<QSpinBox*> fields;
};

TEST_F(FieldColumnTest, ScrollsToAFieldReachedByTheLetterOfItsLabel)
{
    EXPECT_TRUE(inSight(*fields.front()));
    EXPECT_FALSE(inSight(*fields.back()));
    QTest::keyClick(&area, Qt::Key_L, Qt::AltModifier);
    EXPECT_TRUE(fields.back()->hasFocus());
    EXPECT_TRUE(inSight(*fields.back()));
}

TEST_F(FieldColumnTest, TheWheelOverAFieldThatHasNotTheFocusChangesNothing)
{
    fields[0]->setFocus();
    const auto turn = [](QSpinBox& field) {
        QWheelEvent event(QPointF(5, 5), field.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, 120),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&field, &event);
        return field.value();
    };
    EXPECT_EQ(turn(*fields[1]), 0);
    EXPECT_EQ(turn(*fields[0]), 1);
}

} // namespace
