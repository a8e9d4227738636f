use mestring_model::Lang;

use crate::decide::compare::tests::{SEATS, a_desk, compare, every_kind, look};
use crate::report::{View, gate, html, strict};
use crate::text::Texts;

#[test]
fn the_page_is_one_document_in_which_no_text_is_markup() {
    let desk = a_desk(SEATS);
    let (old, new) = every_kind();
    let comparison = compare(&desk, &old, &new).unwrap();
    let looks = [look(&desk, &comparison, "any loses rank")];
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        let view = View {
            desk: &desk,
            texts: &texts,
            all: true,
        };
        let mut all = gate(&view, &looks, &comparison);
        all.append(super::comparison(&view, &comparison));
        let html = html(&all, lang);
        assert!(html.contains(&format!("<html lang=\"{lang}\">")));
        assert!(html.contains("Søvn &amp; &lt;b&gt;hvile&lt;/b&gt; (R6)") && !html.contains("<b>"));
        assert_eq!(
            html.matches("<table>").count(),
            html.matches("<caption>").count()
        );
        assert!(html.matches("<table>").count() > 10);
        for bad in ["[comparison-", "{$", "{ $", "src=", "href=", "<script"] {
            assert!(!html.contains(bad), "{lang}: {bad}");
        }
        assert_eq!(strict::faults(&html), Vec::<String>::new());
    }
}
