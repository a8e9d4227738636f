//! What is traced: the route, the ids of runs, rooms and leaders, codes and times. Never the path or
//! the body as they were sent, a title, a name or another free text: a course's name is a diagnosis.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use mestring::decide::Event;
use tracing::{Instrument as _, Span, info, info_span};

/// A span around each request, and one line at its end.
#[expect(
    clippy::disallowed_methods,
    reason = "how long an answer took is measured here, and decides nothing"
)]
pub(crate) async fn request(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or("none", MatchedPath::as_str);
    let span = info_span!("request", method = %request.method(), route);
    let started = Instant::now();
    let answered = async move {
        let response = next.run(request).await;
        let milliseconds = started.elapsed().as_secs_f64() * 1000.0;
        info!(
            status = response.status().as_u16(),
            milliseconds, "answered"
        );
        response
    };
    answered.instrument(span).await
}

/// A span around what could happen: how many events. What they name is in nobody's plan.
pub(crate) fn what_if(events: &[Event]) -> Span {
    info_span!("what_if", events = events.len())
}

/// A span around an event, with the ids that it names.
pub(crate) fn event(event: &Event) -> Span {
    match event {
        Event::RoomFreed { room, .. } => info_span!("event", kind = "room_freed", room = %room),
        Event::RunCancelled { run } => info_span!("event", kind = "run_cancelled", run = %run),
        Event::LeaderAway { leader, .. } => {
            info_span!("event", kind = "leader_away", leader = %leader)
        }
        Event::RoomLost { room, .. } => info_span!("event", kind = "room_lost", room = %room),
        Event::DayClosed { from, .. } => info_span!("event", kind = "day_closed", from = %from),
        Event::BudgetCut { budget, .. } => {
            info_span!("event", kind = "budget_cut", budget = %budget)
        }
        Event::LeaderConfirmed { leader } => {
            info_span!("event", kind = "leader_confirmed", leader = %leader)
        }
        Event::SeatDeclined { run } => info_span!("event", kind = "seat_declined", run = %run),
    }
}
