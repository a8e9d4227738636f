//! A service on loopback, and a small client for it.
#![allow(dead_code, reason = "each test uses a part of the helpers")]
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "helpers of tests write files and fail the test"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use mestring_exchange::watch::{Pace, PackWatcher};
use mestring_service::start::{Sources, Started, start};
use mestring_service::{Service, serve};
use serde_json::Value;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

/// The desk of Bergen. The tests start in the folder of this crate.
pub const BERGEN: &str = "../bergen";

/// A service that runs until it is dropped.
pub struct Running {
    pub address: SocketAddr,
    pub service: Arc<Service>,
    _watcher: PackWatcher,
    stop: Option<oneshot::Sender<()>>,
    server: Option<std::thread::JoinHandle<()>>,
}

impl Running {
    /// The desk of Bergen with the packs in a folder, or its own.
    pub fn start(packs: Option<PathBuf>) -> Running {
        let Started {
            service, watcher, ..
        } = start(&Sources {
            desk: BERGEN.into(),
            packs,
            as_of: None,
            threads: 2,
            pace: Pace {
                quiet: Duration::from_millis(40),
                poll: Duration::from_millis(500),
                notices: true,
            },
        })
        .unwrap();
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"));
        let listener = listener.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let own = service.clone();
        let server = std::thread::spawn(move || {
            let stopped = async {
                let _ = stopped.await;
            };
            runtime.block_on(serve(listener, own, stopped)).unwrap();
        });
        Running {
            address,
            service,
            _watcher: watcher,
            stop: Some(stop),
            server: Some(server),
        }
    }

    pub fn client(&self) -> Client {
        Client(TcpStream::connect(self.address).unwrap())
    }

    /// Asks the server to stop, as a signal would.
    pub fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }

    /// Waits until it has.
    pub fn ended(&mut self) {
        if let Some(server) = self.server.take() {
            server.join().expect("the server panicked");
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

/// One connection.
pub struct Client(TcpStream);

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub kind: String,
    pub body: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

impl Client {
    pub fn get(&mut self, path: &str) -> Reply {
        self.send("GET", path, "", "")
    }

    pub fn post(&mut self, path: &str, body: &str) -> Reply {
        self.send("POST", path, "application/json", body)
    }

    pub fn send(&mut self, method: &str, path: &str, kind: &str, body: &str) -> Reply {
        self.ask(method, path, kind, body);
        self.reply()
    }

    pub fn ask(&mut self, method: &str, path: &str, kind: &str, body: &str) {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: test\r\nContent-Type: {kind}\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.0.write_all(request.as_bytes()).unwrap();
    }

    pub fn reply(&mut self) -> Reply {
        self.0
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            self.0.read_exact(&mut byte).unwrap();
            head.extend(byte);
        }
        let head = String::from_utf8(head).unwrap().to_lowercase();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let header = |name: &str| {
            let start = format!("{name}: ");
            let line = head.lines().find_map(|line| line.strip_prefix(&start));
            line.unwrap_or_default().to_owned()
        };
        let mut body = vec![0; header("content-length").parse().unwrap()];
        self.0.read_exact(&mut body).unwrap();
        Reply {
            status,
            kind: header("content-type"),
            body: String::from_utf8(body).unwrap(),
        }
    }
}

/// A new folder with the shipped packs in it.
pub fn packs(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("service")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    for pack in mestring_packs::shipped() {
        write(&folder.join(pack.name), &pack.to_files());
    }
    folder
}

fn write(folder: &Path, files: &BTreeMap<String, String>) {
    fs::create_dir_all(folder).unwrap();
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
}
