//! x
use std::collections::BTreeMap;
use mestring::decide::{Decider, Packs};
use mestring::relate::score::{Judged, score};
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let as_of = "2026-11-21".parse().unwrap();
    let (desk, f) = mestring_exchange::catalogue::read(a[1].as_ref(), as_of).unwrap();
    for x in f.iter() { println!("{x}"); }
    let (pairs, f) = mestring_exchange::catalogue::read_pairs(a[2].as_ref(), &desk).unwrap();
    for x in f.iter() { println!("{x}"); }
    let packs = Packs::shipped().unwrap();
    let d = Decider::new(&desk, &packs, as_of, Some(1));
    let r = d.relations().unwrap();
    let mut by: BTreeMap<(String,String), _> = BTreeMap::new();
    for p in &r.pairs { by.insert((p.a.to_string(), p.b.to_string()), p); }
    let mut j = vec![];
    for p in &pairs {
        let k = if p.a <= p.b {(p.a.clone(),p.b.clone())} else {(p.b.clone(),p.a.clone())};
        let q = by[&k];
        j.push(Judged{label:p.relation, answer:q.relation});
        if p.relation != q.relation { println!("MISS {} {} label {:?}/{:?} answer {:?}/{:?} {:?} | {} | {}", p.a,p.b,p.relation,p.kind.as_deref().unwrap_or(""),q.relation,q.kind, q.verdict.answer, desk.offer(&q.a).unwrap().title, desk.offer(&q.b).unwrap().title); }
    }
    let s = score(&j, 1);
    println!("{s:#?}");
}
