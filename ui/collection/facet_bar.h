#pragma once

#include "core/study/overview.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace ui {

/// Narrows a collection by what its images have in common: their split, their author, whether
/// they have a count or a readable picture. A facet that would change nothing is not shown.
class FacetBar final : public QWidget {
    Q_OBJECT

public:
    explicit FacetBar(QWidget* parent = nullptr);

    /// Nothing is chosen and nothing shown, until the facets are known.
    void reset();
    void showFacets(const core::Collection& collection, const core::CollectionFacets& facets);
    const core::ChosenFacets& chosen() const { return m_chosen; }

Q_SIGNALS:
    void changed();

private:
    template <typename Choose>
    void addChoice(QToolButton* button, const QString& name, std::size_t images, Choose choose);
    QToolButton* makeButton(const QString& everything, const QString& meaning);
    void addSplits(const core::CollectionFacets& facets);
    void addAuthors(const core::Collection& collection, const core::CollectionFacets& facets);
    void addConditions(const core::CollectionFacets& facets);

    core::ChosenFacets m_chosen;
    QHBoxLayout* m_row;
};

} // namespace ui
