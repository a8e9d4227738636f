//! The routes, and the server that listens for them.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Json;
use axum::routing::{get, post};
use axum::{Router, middleware};
use chrono::NaiveDate;
use serde_json::Value;
use tokio::net::TcpListener;

use crate::problem::Problem;
use crate::service::Service;
use crate::wire::{Event, WhatIf, date};
use crate::{schema, trace};

/// The largest body of a request, in bytes: an event takes one or two hundred.
pub const BODY_BYTES: usize = 16 * 1024;

type Answer = Result<Json<Value>, Problem>;
type Asked = Result<Query<BTreeMap<String, String>>, QueryRejection>;

/// The routes over a service.
pub fn app(service: Arc<Service>) -> Router {
    Router::new()
        .route("/health", get(health))
        .route("/proposal", get(proposal))
        .route("/events", post(event))
        .route("/what-if", post(what_if))
        .route("/schema", get(schemas))
        .route("/schema/{name}", get(schema_by_name))
        .fallback(nothing_here)
        .method_not_allowed_fallback(not_so)
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(middleware::from_fn(trace::request))
        .with_state(service)
}

/// Serves until `shutdown` is done, then answers what has been asked and ends.
///
/// # Errors
/// The listener fails.
pub async fn serve(
    listener: TcpListener,
    service: Arc<Service>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let server = axum::serve(listener, app(service));
    server.with_graceful_shutdown(shutdown).await
}

async fn health(State(service): State<Arc<Service>>) -> Json<Value> {
    Json(service.health())
}

async fn proposal(State(service): State<Arc<Service>>, asked: Asked) -> Answer {
    let as_of = as_of(&service, asked)?;
    let own = service.clone();
    service
        .pool
        .run(move || own.proposal(as_of))
        .await
        .map(Json)
}

async fn event(
    State(service): State<Arc<Service>>,
    asked: Asked,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Answer {
    let as_of = as_of(&service, asked)?;
    let event = Event::read(&posted(&headers, body)?)?;
    let own = service.clone();
    let work = move || trace::event(&event).in_scope(|| own.event(&event, as_of));
    service.pool.run(work).await.map(Json)
}

async fn what_if(
    State(service): State<Arc<Service>>,
    asked: Asked,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Answer {
    let as_of = as_of(&service, asked)?;
    let events = WhatIf::read(&posted(&headers, body)?)?;
    let own = service.clone();
    let work = move || trace::what_if(&events).in_scope(|| own.what_if(&events, as_of));
    service.pool.run(work).await.map(Json)
}

/// The body of a request, which must be JSON.
fn posted(headers: &HeaderMap, body: Result<Bytes, BytesRejection>) -> Result<Bytes, Problem> {
    let body = body.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            let detail = format!("a body may have {BODY_BYTES} bytes");
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "S002", detail)
        }
        _ => Problem::unreadable("the body did not arrive whole"),
    })?;
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|own| own.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().map(str::trim) != Some("application/json") {
        let detail = "send it as `Content-Type: application/json`";
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "S003",
            detail,
        ));
    }
    Ok(body)
}

async fn schemas() -> Json<Value> {
    let names = schema::NAMES.iter();
    let links: BTreeMap<&str, String> = names.map(|own| (*own, format!("/schema/{own}"))).collect();
    Json(serde_json::json!(links))
}

async fn schema_by_name(Path(name): Path<String>) -> Answer {
    schema::by_name(&name).map(Json).ok_or_else(|| {
        let names = schema::NAMES.join(", ");
        Problem::new(
            StatusCode::NOT_FOUND,
            "S004",
            format!("the schemas are {names}"),
        )
    })
}

async fn nothing_here() -> Problem {
    let detail = "the paths are /health, /proposal, /events, /what-if and /schema";
    Problem::new(StatusCode::NOT_FOUND, "S004", detail)
}

async fn not_so() -> Problem {
    let detail = "events and what-if are posted, all else is got";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "S004", detail)
}

/// The date of a question: `as_of`, else the service's.
fn as_of(service: &Service, asked: Asked) -> Result<NaiveDate, Problem> {
    let Query(asked) = asked.map_err(|_| Problem::unreadable("the query cannot be read"))?;
    if asked.keys().any(|key| key != "as_of") {
        return Err(Problem::unreadable("the only parameter is `as_of`"));
    }
    let stated = asked.get("as_of").map(|text| date("as_of", text));
    Ok(stated.transpose()?.unwrap_or_else(|| service.today()))
}
