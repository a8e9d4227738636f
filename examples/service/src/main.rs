//! The service as a program.

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;
use std::thread::available_parallelism;

use mestring_exchange::watch::Pace;
use mestring_rules::sandbox;
use mestring_service::args::{Args, USAGE};
use mestring_service::serve;
use mestring_service::start::{Sources, Started, start};
use tokio::net::TcpListener;

#[expect(clippy::disallowed_methods, reason = "a program reads its arguments")]
fn main() -> ExitCode {
    let told = match Args::read(std::env::args().skip(1)) {
        Ok(None) => return say(&mut std::io::stdout(), USAGE, ExitCode::SUCCESS),
        Err(wrong) => Err(format!("{wrong}\n\n{USAGE}").into()),
        Ok(Some(args)) => run(args),
    };
    match told {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => say(
            &mut std::io::stderr(),
            &error.to_string(),
            ExitCode::from(2),
        ),
    }
}

fn say(out: &mut impl Write, text: &str, code: ExitCode) -> ExitCode {
    // Nobody is there to be told when this fails.
    let _ = writeln!(out, "{text}");
    code
}

fn run(args: Args) -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .init();
    // Before anything is read: in a build that takes a guard from the script engine nothing starts.
    sandbox::check_host()?;
    let cores = available_parallelism().map_or(1, usize::from);
    let Started {
        service,
        watcher,
        findings,
    } = start(&Sources {
        desk: args.desk,
        packs: args.packs,
        as_of: args.as_of,
        threads: args.threads.unwrap_or(cores),
        pace: Pace::default(),
    })?;
    // A finding quotes cells, so only its code and its place are traced.
    for finding in &findings {
        tracing::warn!(
            code = finding.code(),
            file = finding.place.file,
            row = finding.place.row
        );
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(&args.listen).await?;
        tracing::info!(address = %listener.local_addr()?, "listening");
        serve(listener, service, asked_to_stop()).await
    })?;
    drop(watcher);
    Ok(())
}

/// Done when somebody asks the process to stop: Ctrl-C, or SIGTERM where there is one.
async fn asked_to_stop() {
    let interrupt = async {
        // Without a handler only a kill is left, and that needs no word of ours.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
