"""Small multiples: whose mean the red line is, whether all texts are drawn or a few of them."""

import pytest

from motamot import count_themes, data_of, load_lexicon, plot_small_multiples, use_language
from motamot._paths import share
from motamot.statement_files import read_statements


@pytest.mark.parametrize(
    ("language", "says"), [("en", "line is their mean"), ("fr", "en rouge, leur moyenne")]
)
@pytest.mark.parametrize("drawn", [2, 4, 14])
def test_the_red_line_is_the_mean_of_the_texts_drawn_and_the_title_says_so(
    drawn: int, language: str, says: str
) -> None:
    table = read_statements(share("data", "statements"))
    texts = table.groupby(table["company"] + " " + table["year"].astype(str))["text"].agg(" ".join)
    counted = count_themes(texts.head(drawn), load_lexicon())
    use_language(language)
    ax = plot_small_multiples(counted)
    assert says in " ".join(ax.get_title(loc="left").split())
    data = data_of(ax)
    means = data.groupby("theme")["per_1000"].mean()
    assert data["mean"].tolist() == pytest.approx(data["theme"].map(means).tolist())
    panel = ax.get_figure().axes[1]
    line = panel.collections[0].get_segments()
    assert sorted(segment[0][0] for segment in line) == pytest.approx(sorted(means))
