//! A strict look at HTML for tests: every element closed in order, every attribute in quotes, every
//! sign that has a meaning escaped.

/// Elements without content, closed where they begin.
const EMPTY: [&str; 2] = ["meta", "br"];

/// What is wrong with a document.
pub(crate) fn faults(html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let Some(body) = html.strip_prefix("<!DOCTYPE html>\n") else {
        return vec!["no doctype".to_owned()];
    };
    let mut open: Vec<&str> = Vec::new();
    let mut parts = body.split('<');
    if parts.next() != Some("") {
        faults.push("text before the first element".to_owned());
    }
    let mut elements = 0;
    for part in parts {
        elements += 1;
        let Some((tag, text)) = part.split_once('>') else {
            faults.push(format!("a tag without an end: <{part}"));
            continue;
        };
        let style = tag == "style";
        if text.contains('>') && !style {
            faults.push(format!("a bare > in {text}"));
        }
        faults.extend(bare_ampersands(text).filter(|_| !style));
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                faults.push(format!("</{name}> closes what is not open"));
            }
            continue;
        }
        let (tag, closed) = tag
            .strip_suffix('/')
            .map_or((tag, false), |tag| (tag, true));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
            faults.push(format!("<{name}> is no element"));
        }
        // Names stand at even places between quotes, values at odd ones.
        let quoted: Vec<&str> = attributes.split('"').collect();
        if quoted.len().is_multiple_of(2) {
            faults.push(format!("quotes do not pair up in <{tag}>"));
        }
        for (at, part) in quoted.iter().enumerate() {
            let last = at + 1 == quoted.len();
            if at % 2 == 1 {
                faults.extend(bare_ampersands(part));
            } else if !(last && part.is_empty() || part.trim_start().ends_with('=')) {
                faults.push(format!("an attribute without quotes in <{tag}>"));
            }
        }
        if EMPTY.contains(&name) != closed {
            faults.push(format!("<{name}> is closed where it must not be, or open"));
        }
        if !closed {
            open.push(name);
        }
    }
    if elements < 10 {
        faults.push(format!("only {elements} tags were looked at"));
    }
    faults.extend(open.iter().map(|name| format!("<{name}> is never closed")));
    faults
}

fn bare_ampersands(text: &str) -> impl Iterator<Item = String> {
    let known = ["amp;", "lt;", "gt;", "quot;", "#39;"];
    let after = text.split('&').skip(1);
    let bare = after.filter(move |rest| !known.iter().any(|own| rest.starts_with(own)));
    bare.map(|rest| format!("a bare & before {rest}"))
}

#[test]
fn what_is_wrong_is_seen() {
    let page = |inner: &str| {
        let filler = "<p>a</p>".repeat(5);
        faults(&format!("<!DOCTYPE html>\n<body>{filler}{inner}</body>")).len()
    };
    assert_eq!(page("<p class=\"a\">b &amp; c<br/></p>"), 0);
    for wrong in [
        "<p>",
        "</p>",
        "<p>a > b</p>",
        "<p>a & b</p>",
        "<p class=a>b</p>",
        "<b><i>a</b></i>",
        "<p title=\"a & b\">c</p>",
        "<br>",
        "a < b",
    ] {
        assert!(page(wrong) > 0, "{wrong}");
    }
}
