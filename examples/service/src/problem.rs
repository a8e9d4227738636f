//! Errors as `application/problem+json` (RFC 9457), with the library's stable codes.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use mestring::codes;
use mestring::decide::{DecideError, EventError, WhatIfError};
use mestring_rules::{RuleError, diagnostic};
use serde_json::{Value, json};

/// The codes of the service itself, with what each stands for; all others are the library's.
pub const CODES: &[(&str, &str)] = &[
    ("S001", "the request cannot be read"),
    ("S002", "the request is too large"),
    ("S003", "the body is not JSON"),
    (
        "S004",
        "there is nothing at this path, or not by this method",
    ),
    ("S005", "too many requests wait"),
    ("S006", "the service failed"),
];

/// Why a request has no answer.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    code: &'static str,
    detail: String,
}

impl Problem {
    /// A problem of the service itself, by one of [`CODES`].
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        Problem {
            status,
            code,
            detail,
        }
    }

    /// The request cannot be read.
    pub fn unreadable(detail: impl Into<String>) -> Self {
        Problem::new(StatusCode::BAD_REQUEST, "S001", detail)
    }

    pub(crate) fn busy() -> Self {
        let detail = "too many requests wait; try again in a second";
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "S005", detail)
    }

    pub(crate) fn failed() -> Self {
        let detail = "the service failed; the desk and the rules are as they were";
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "S006", detail)
    }

    /// The same of one of several events, by its number, 1 first.
    pub(crate) fn of_event(self, number: usize) -> Self {
        let detail = format!("event {number}: {}", self.detail);
        Problem { detail, ..self }
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    fn to_json(&self) -> Value {
        let judge = diagnostic::CODES.iter().map(|own| (own.id, own.meaning));
        let own = CODES.iter().map(|(code, meaning)| (*code, *meaning));
        let library = codes::CODES
            .iter()
            .map(|(code, meaning, _)| (*code, *meaning));
        let mut meanings = own.chain(library).chain(judge);
        let meaning = meanings.find(|(code, _)| *code == self.code);
        json!({
            "type": format!("urn:mestring:{}", self.code),
            "title": meaning.map_or("", |(_, meaning)| meaning),
            "status": self.status.as_u16(),
            "detail": self.detail,
            "code": self.code,
        })
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        tracing::info!(code = self.code, status = self.status.as_u16(), "no answer");
        let kind = HeaderValue::from_static("application/problem+json");
        let body = self.to_json().to_string();
        let mut response = (self.status, [(header::CONTENT_TYPE, kind)], body).into_response();
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            let second = HeaderValue::from_static("1");
            response.headers_mut().insert(header::RETRY_AFTER, second);
        }
        response
    }
}

impl From<DecideError> for Problem {
    fn from(error: DecideError) -> Self {
        let status = match &error {
            // The date or the room that was asked for is none that the desk and the rules have.
            DecideError::NoSuchRoom { .. }
            | DecideError::OutsidePeriod { .. }
            | DecideError::NotAfter { .. }
            | DecideError::Rule(RuleError::NotYetValid { .. } | RuleError::Expired { .. }) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            // The desk's own plan has no days on this date: nothing that the request could mend.
            DecideError::EmptyPeriod { .. } => StatusCode::CONFLICT,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Problem::new(status, error.code(), error.to_string())
    }
}

impl From<EventError> for Problem {
    fn from(error: EventError) -> Self {
        let (code, detail) = (error.code(), error.to_string());
        let status = match error {
            // The event names a run that the desk does not have.
            EventError::Decide(DecideError::NoSuchRun { .. }) => StatusCode::UNPROCESSABLE_ENTITY,
            EventError::Decide(error) => return error.into(),
            EventError::NotDecided { .. }
            | EventError::HeldByRun { .. }
            | EventError::NoSeat { .. }
            | EventError::CutOutOfBounds { .. }
            | EventError::AlreadyConfirmed { .. } => StatusCode::CONFLICT,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Problem::new(status, code, detail)
    }
}

impl From<WhatIfError> for Problem {
    fn from(error: WhatIfError) -> Self {
        match error {
            WhatIfError::Event { number, error } => Problem::from(error).of_event(number),
            WhatIfError::Decide(error) => error.into(),
            other => {
                let status = StatusCode::INTERNAL_SERVER_ERROR;
                Problem::new(status, other.code(), other.to_string())
            }
        }
    }
}
