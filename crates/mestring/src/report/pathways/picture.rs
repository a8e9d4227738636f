//! A pathway as a picture: a lane for each level, the steps along it in order, and for each step by
//! sign, words and frame whether it is covered. Colours only repeat what these say.
//!
//! The picture is SVG that needs nothing else: no script, no font and no style from elsewhere. It fits
//! a page of A4 held sideways.

use mestring_model::noun::Level;

use super::super::layout::wrap;
use super::super::{View, escaped};
use super::{Kind, number, sign, state, step_name};
use crate::decide::municipality_name;
use crate::pathways::{Coverage, PathwayCover, Pathways, StepCover};
use crate::text::Texts;

/// The page inside its margins, in millimetres: A4 held sideways with a centimetre on each side.
const PAGE: (u32, u32) = (277, 190);

/// The least width of the picture in its own units.
const WIDTH: u32 = 1108;

/// Room for the names of the lanes.
const LEFT: u32 = 112;

/// Room right of the last step.
const RIGHT: u32 = 12;

/// The least width of a step with the way to the next.
const COLUMN: u32 = 118;

/// The way from one step to the next.
const WAY: u32 = 22;

/// Where the lanes begin, below the heading.
const TOP: u32 = 74;

/// How much is left below them, for the legend.
const FOOT: u32 = 74;

/// The size of the small text.
const LETTER: u32 = 11;

/// The height of a line of it.
const LINE: u32 = 14;

/// A lane of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lane {
    Municipal,
    Specialist,
    Voluntary,
    Private,
    Open,
}

impl Lane {
    const ALL: [Lane; 5] = [
        Lane::Municipal,
        Lane::Specialist,
        Lane::Voluntary,
        Lane::Private,
        Lane::Open,
    ];

    /// The lane of a level; what levels give together hangs between the first two.
    fn of(level: Level) -> Self {
        match level {
            Level::Municipal | Level::Interlevel => Lane::Municipal,
            Level::Specialist => Lane::Specialist,
            Level::Voluntary => Lane::Voluntary,
            Level::Private => Lane::Private,
        }
    }

    fn name(self, texts: &Texts) -> String {
        texts.plain(match self {
            Lane::Municipal => "pathways-picture-lane-municipal",
            Lane::Specialist => "pathways-picture-lane-specialist",
            Lane::Voluntary => "pathways-picture-lane-voluntary",
            Lane::Private => "pathways-picture-lane-private",
            Lane::Open => "pathways-picture-lane-open",
        })
    }
}

/// How a step looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// The same state everywhere.
    Same(Coverage),
    /// Different states in different municipalities.
    Mixed,
}

impl Look {
    const ALL: [Look; 5] = [
        Look::Same(Coverage::Covered),
        Look::Same(Coverage::CoveredIf),
        Look::Same(Coverage::OpenOnly),
        Look::Same(Coverage::NotCovered),
        Look::Mixed,
    ];

    fn of(step: &StepCover) -> Self {
        let counts = step.counts();
        match (counts.len(), counts.keys().next()) {
            (1, Some(state)) => Look::Same(*state),
            _ => Look::Mixed,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Look::Same(state) => sign(state),
            Look::Mixed => "±",
        }
    }

    /// Filling, frame, width of the frame, and its dashes: each frame is another without colour too.
    fn paint(self) -> (&'static str, &'static str, u32, &'static str) {
        match self {
            Look::Same(Coverage::Covered) => ("#d8eedd", "#1b5e20", 2, "none"),
            Look::Same(Coverage::CoveredIf) => ("#fff4cc", "#6b4e00", 2, "8 4"),
            Look::Same(Coverage::OpenOnly) => ("#dbe9fb", "#0d47a1", 2, "2 4"),
            Look::Same(Coverage::NotCovered) => ("#ffffff", "#8e1010", 5, "none"),
            Look::Mixed => ("#efefef", "#333333", 2, "12 3 2 3"),
        }
    }

    fn legend(self, texts: &Texts) -> String {
        match self {
            Look::Same(own) => state(texts, own),
            Look::Mixed => texts.plain("pathways-picture-legend-mixed"),
        }
    }
}

/// A rectangle: left, top, width, height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Area {
    x: u32,
    y: u32,
    w: u32,
    h: u32,
}

/// One pathway as SVG.
pub fn picture(view: &View<'_>, pathways: &Pathways, own: &PathwayCover) -> String {
    let count = u32::try_from(own.steps.len())
        .unwrap_or(u32::MAX)
        .clamp(1, 60);
    let width = WIDTH.max(LEFT + RIGHT + count * COLUMN);
    let height = width * PAGE.1 / PAGE.0;
    let column = (width - LEFT - RIGHT) / count;
    let lanes = lanes(own, height);
    let boxes: Vec<Area> = own
        .steps
        .iter()
        .zip(0_u32..)
        .map(|(step, at)| place(step, &lanes, LEFT + at * column, column - WAY))
        .collect();
    let texts = view.texts;
    let mut out = Svg::default();
    let name = own.pathway.title(texts.lang());
    let title = texts.say("pathways-picture-title", &[("pathway", name.into())]);
    out.open(width, height, texts, &title, &description(texts, own));
    out.text(12, 30, 20, true, &title);
    out.text(12, 52, LETTER + 2, false, &subtitle(view, pathways));
    for (lane, area) in &lanes {
        out.lane(*area, width, &lane.name(texts));
    }
    for pair in boxes.windows(2) {
        if let [from, to] = pair {
            out.way(*from, *to);
        }
    }
    let open = lanes.iter().find(|(lane, _)| *lane == Lane::Open);
    for ((at, step), area) in own.steps.iter().enumerate().zip(&boxes) {
        out.step(texts, at, step, *area);
        if let Some((_, lane)) = open {
            out.open_to_all(texts, step, *lane, *area);
        }
    }
    out.legend(texts, own, height);
    out.close()
}

/// The lanes from top to bottom; one with steps in it is higher than one without.
fn lanes(own: &PathwayCover, height: u32) -> Vec<(Lane, Area)> {
    let weight = |lane: Lane| -> u32 {
        let used = own.steps.iter().any(|step| {
            let level = step.step.level;
            Lane::of(level) == lane || (level == Level::Interlevel && lane == Lane::Specialist)
        });
        match (used, lane) {
            (true, _) => 6,
            (false, Lane::Open) => 3,
            (false, _) => 2,
        }
    };
    let sum: u32 = Lane::ALL.into_iter().map(weight).sum();
    let room = height.saturating_sub(TOP + FOOT);
    let mut y = TOP;
    Lane::ALL
        .into_iter()
        .map(|lane| {
            let h = room * weight(lane) / sum.max(1);
            let area = Area {
                x: 0,
                y,
                w: LEFT,
                h,
            };
            y += h;
            (lane, area)
        })
        .collect()
}

/// Where the box of a step stands.
fn place(step: &StepCover, lanes: &[(Lane, Area)], x: u32, w: u32) -> Area {
    let lane = |own: Lane| lanes.iter().find(|(lane, _)| *lane == own).map(|own| own.1);
    let own = lane(Lane::of(step.step.level));
    let (y, h) = own.map_or((TOP, LINE), |own| (own.y, own.h));
    // What levels give together stands across the line between them.
    let down = match step.step.level {
        Level::Interlevel => h / 2,
        _ => 0,
    };
    Area {
        x,
        y: y + down + 7,
        w,
        h: h.saturating_sub(14),
    }
}

/// What the picture shows, for whoever does not see it.
fn description(texts: &Texts, own: &PathwayCover) -> String {
    let steps = own
        .steps
        .iter()
        .enumerate()
        .map(|(at, step)| told(texts, at, step));
    steps.collect::<Vec<_>>().join(" ")
}

/// A step in one sentence, with how many municipalities have each state.
fn told(texts: &Texts, at: usize, step: &StepCover) -> String {
    let counts = step.counts();
    let states = counts.iter().map(|(own, count)| match counts.len() {
        1 => state(texts, *own),
        _ => format!("{}: {count}", state(texts, *own)),
    });
    texts.say(
        "pathways-picture-step",
        &[
            ("number", number(at, step).into()),
            ("step", step_name(texts, &step.step).into()),
            ("state", states.collect::<Vec<_>>().join(", ").into()),
        ],
    )
}

fn subtitle(view: &View<'_>, pathways: &Pathways) -> String {
    let texts = view.texts;
    let known: Vec<_> = pathways.municipalities.iter().flatten().collect();
    let place = match known.as_slice() {
        [] => texts.plain("pathways-picture-no-area"),
        [one] => municipality_name(view.desk, **one),
        all => texts.say(
            "pathways-picture-all-places",
            &[("count", all.len().into())],
        ),
    };
    texts.say(
        "pathways-picture-of",
        &[
            ("desk", view.desk.settings.name.as_str().into()),
            ("date", texts.date(pathways.as_of).into()),
            ("place", place.into()),
        ],
    )
}

/// The text of a picture in the making.
#[derive(Debug, Default)]
struct Svg {
    text: String,
}

impl Svg {
    fn open(&mut self, width: u32, height: u32, texts: &Texts, title: &str, about: &str) {
        let (page_width, page_height) = PAGE;
        self.text.push_str(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{page_width}mm\" \
             height=\"{page_height}mm\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
             aria-labelledby=\"title about\" lang=\"{}\" font-family=\"sans-serif\" \
             fill=\"#000000\">\n<title id=\"title\">{}</title>\n<desc id=\"about\">{}</desc>\n\
             <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" \
             markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n",
            texts.lang(),
            xml(title),
            xml(about),
        ));
    }

    fn text(&mut self, x: u32, y: u32, size: u32, bold: bool, text: &str) {
        let weight = match bold {
            true => " font-weight=\"bold\"",
            false => "",
        };
        self.text.push_str(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}>{}</text>\n",
            xml(text)
        ));
    }

    /// The line above a lane, and its name.
    fn lane(&mut self, area: Area, width: u32, name: &str) {
        let Area { y, h, .. } = area;
        self.text.push_str(&format!(
            "<path d=\"M0 {y}H{width}\" stroke=\"#777777\" stroke-width=\"1\"/>\n"
        ));
        let lines = wrap(name, letters(LEFT - 16, LETTER + 1));
        let most = (h / LINE).max(1);
        for (line, at) in lines.iter().zip(1..=most) {
            self.text(8, y + 4 + at * (LINE + 1), LETTER + 1, true, line);
        }
    }

    /// The way from one step to the next.
    fn way(&mut self, from: Area, to: Area) {
        let (x1, y1) = (from.x + from.w, from.y + from.h / 2);
        let (x2, y2) = (to.x, to.y + to.h / 2);
        let middle = (x1 + x2) / 2;
        self.text.push_str(&format!(
            "<path d=\"M{x1} {y1}H{middle}V{y2}H{}\" fill=\"none\" stroke=\"#000000\" \
             stroke-width=\"1.5\" marker-end=\"url(#arrow)\"/>\n",
            x2.saturating_sub(3)
        ));
    }

    fn framed(&mut self, look: Look, area: Area) {
        let (fill, stroke, width, dashes) = look.paint();
        let Area { x, y, w, h } = area;
        self.text.push_str(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"5\" fill=\"{fill}\" \
             stroke=\"{stroke}\" stroke-width=\"{width}\" stroke-dasharray=\"{dashes}\"/>\n"
        ));
    }

    /// The sign of a look in a ring.
    fn ringed(&mut self, look: Look, x: u32, y: u32) {
        self.text.push_str(&format!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"9\" fill=\"#ffffff\" stroke=\"#000000\"/>\n\
             <text x=\"{x}\" y=\"{}\" font-size=\"15\" font-weight=\"bold\" \
             text-anchor=\"middle\">{}</text>\n",
            y + 5,
            xml(look.sign())
        ));
    }

    /// The box of a step with as many lines as it holds.
    fn step(&mut self, texts: &Texts, at: usize, step: &StepCover, area: Area) {
        let look = Look::of(step);
        let title = xml(&told(texts, at, step));
        self.text
            .push_str(&format!("<g>\n<title>{title}</title>\n"));
        self.framed(look, area);
        self.ringed(look, area.x + area.w - 13, area.y + 14);
        let room = letters(area.w - 14, LETTER);
        // The first lines stand beside the ring.
        let narrow = letters(area.w.saturating_sub(38), LETTER);
        let kind = format!("{} {}", number(at, step), texts.term(step.step.kind));
        let mut lines: Vec<(String, bool)> = Vec::new();
        lines.extend(wrap(&kind, narrow).into_iter().map(|line| (line, true)));
        let rest = [
            super::needed(texts, &step.step),
            states(texts, step, look),
            offers(texts, step),
        ];
        for text in rest {
            lines.extend(wrap(&text, room).into_iter().map(|line| (line, false)));
        }
        let most = (area.h.saturating_sub(8) / LINE) as usize;
        cut(&mut lines, most);
        for ((line, bold), row) in lines.iter().zip(1_u32..) {
            let y = area.y + 3 + row * LINE;
            self.text(area.x + 7, y, LETTER, *bold, line);
        }
        self.text.push_str("</g>\n");
    }

    /// In the lowest lane, below each step, what is open to the whole country.
    fn open_to_all(&mut self, texts: &Texts, step: &StepCover, lane: Area, area: Area) {
        let fits = step.cells.first().into_iter().flat_map(|own| &own.fits);
        let open = fits.filter(|own| own.open).map(|own| own.offer.as_str());
        let open: Vec<&str> = open.collect();
        if open.is_empty() {
            return;
        }
        let room = letters(area.w - 14, LETTER);
        let most = (lane.h.saturating_sub(18) / LINE).max(1) as usize;
        let mut lines: Vec<(String, bool)> = wrap(&some(texts, &open), room)
            .into_iter()
            .map(|line| (line, false))
            .collect();
        cut(&mut lines, most);
        let own = Area {
            x: area.x,
            y: lane.y + 6,
            w: area.w,
            h: lane.h.saturating_sub(12),
        };
        self.framed(Look::Same(Coverage::OpenOnly), own);
        for ((line, _), row) in lines.iter().zip(1_u32..) {
            self.text(own.x + 7, own.y + 3 + row * LINE, LETTER, false, line);
        }
    }

    /// What the signs mean, and what a star means where there is one.
    fn legend(&mut self, texts: &Texts, own: &PathwayCover, height: u32) {
        let (mut x, mut y) = (20, height - FOOT + 22);
        for look in Look::ALL {
            let text = look.legend(texts);
            let taken = 34 + text.chars().count() as u32 * (LETTER * 3 / 5 + 1);
            if x + taken > WIDTH && x > 20 {
                (x, y) = (20, y + 22);
            }
            self.ringed(look, x, y);
            self.text(x + 14, y + 4, LETTER, false, &text);
            x += taken;
        }
        let made_up = own.steps.iter().filter(|own| own.step.origin.illustrative);
        let count = made_up.count();
        if count > 0 {
            let args = [("count", count.into()), ("of", own.steps.len().into())];
            let text = texts.say("pathways-steps-made-up", &args);
            self.text(12, y + 24, LETTER, false, &text);
        }
    }

    fn close(mut self) -> String {
        self.text.push_str("</svg>\n");
        self.text
    }
}

/// How many letters fit a width; a letter of a plain font is at most about three fifths as wide as high.
fn letters(width: u32, size: u32) -> usize {
    (width * 5 / (size * 3)).max(4) as usize
}

/// Keeps as many lines as there is room for, and says that there are more.
fn cut(lines: &mut Vec<(String, bool)>, most: usize) {
    if lines.len() <= most {
        return;
    }
    lines.truncate(most.max(1));
    if let Some((last, _)) = lines.last_mut() {
        last.pop();
        last.push('…');
    }
}

/// The state in words, or how many municipalities have each.
fn states(texts: &Texts, step: &StepCover, look: Look) -> String {
    if let Look::Same(own) = look {
        return state(texts, own);
    }
    let counts = step.counts().into_iter().map(|(own, count)| {
        let args = [("sign", sign(own).into()), ("count", count.into())];
        texts.say("pathways-picture-counts", &args)
    });
    let counts: Vec<String> = counts.collect();
    match counts.is_empty() {
        true => texts.plain("pathways-picture-mixed"),
        false => counts.join(", "),
    }
}

/// The offers that are near and fit or may fit, by id.
fn offers(texts: &Texts, step: &StepCover) -> String {
    let mut ids: Vec<&str> = Vec::new();
    for fit in step.cells.iter().flat_map(|own| &own.fits) {
        let near = matches!(Kind::of(fit), Kind::Near | Kind::NearIf);
        if near && !ids.contains(&fit.offer.as_str()) {
            ids.push(fit.offer.as_str());
        }
    }
    some(texts, &ids)
}

/// The first ids, and how many more there are.
fn some(texts: &Texts, ids: &[&str]) -> String {
    const MOST: usize = 4;
    match ids.get(..MOST) {
        Some(first) if ids.len() > MOST => texts.say(
            "pathways-picture-offers",
            &[
                ("offers", first.join(", ").into()),
                ("count", (ids.len() - MOST).into()),
            ],
        ),
        _ => ids.join(", "),
    }
}

/// A text as XML writes it; letters that XML does not know are left out.
fn xml(text: &str) -> String {
    let known = |letter: &char| {
        matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..)
            && !letter.is_control()
    };
    escaped(&text.chars().filter(known).collect::<String>())
}

#[cfg(test)]
mod tests;
