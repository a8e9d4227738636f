//! Scripts that mean harm: a few that are known, and any number put together from bytes.
//!
//! The fuzz target `hostile` and the tests share this file, so that what one finds the other keeps.

/// What costs a script engine without guards its memory or its time, each as one script.
pub fn known() -> Vec<String> {
    let plain = [
        // Each round doubles what the function carries; no limit on operations sees it.
        "let f = |x| x; for i in 0..900 { f = f.curry(f); } 1",
        "let f = Fn(\"f\"); f = f.curry(f); f = f.curry(f); 1",
        // A map that holds a function which holds the map is never freed.
        "let a = #{}; let f = || a; a.f = f; 1",
        "let a = [1]; a += a; a += a; 1",
        "let a = [[1], [2]]; a[0] = a; 1",
        "let s = \"x\"; s.pad(2000000000, \"y\"); s.len()",
        "let a = []; a.pad(200000000, 1); 1",
        "blob(2000000000).len()",
        "range(0, 9223372036854775807).len()",
        "(0..9223372036854775807).to_array().len()",
        "\"x\".repeat(1000000000).len()",
        "loop { }",
        "while true { }",
        "fn f(n) { f(n + 1) } f(1)",
        "fn f(n) { g(n) } fn g(n) { f(n) } f(1)",
        "eval(\"loop {}\")",
        "import \"/etc/passwd\" as x; 1",
        "`${`${`${run.title}`}`}`",
        "switch run.sessions { 0..=9223372036854775807 => 1, _ => 2 }",
        "run.sessions in -9223372036854775807..9223372036854775807",
        "9223372036854775807 + run.sessions",
        "-9223372036854775808",
        "0xffffffffffffffffffff",
        "1e999",
        "\u{feff}run.sessions",
        "run.sessions\u{0} > 1",
        "\"\u{202e}\u{0}\u{1F4A9}\" == run.title",
    ];
    let mut out: Vec<String> = plain.map(str::to_owned).to_vec();
    let text = "0123456789abcdef";
    out.push(format!(
        "let s = \"{text}\"; {} s.len()",
        "s += s; ".repeat(28)
    ));
    out.push(format!(
        "let s = \"{text}\"; {} s == run.title",
        "s = s + s; ".repeat(28)
    ));
    out.push(format!("\"{}\" == run.title", "x".repeat(30_000)));
    out.push(format!("[{}].len()", "1, ".repeat(10_000)));
    out.push(format!("run.title in [{}]", "\"x\", ".repeat(6_000)));
    out.push(format!(
        "switch run.sessions {{ {} _ => 0 }}",
        many("{} => 1, ", 2_500)
    ));
    for open in [
        "(",
        "[",
        "{",
        "!",
        "-",
        "#{a:",
        "`${",
        "/*",
        "if true { ",
        "run.seats ?? (",
    ] {
        out.push(open.repeat(32_000 / open.len()));
        let close = match open {
            "(" | "run.seats ?? (" => ")",
            "[" => "]",
            "/*" => "*/",
            _ => "}",
        };
        out.push(format!("{}1{}", open.repeat(40), close.repeat(40)));
    }
    for link in [
        "1 + ",
        "true && ",
        "run.seats ?? ",
        "run.sessions.min(",
        "run.",
        "a::",
        "x => ",
    ] {
        out.push(format!("{}1", link.repeat(30_000 / link.len())));
    }
    // Divisors and products that could be many numbers each.
    let open = "((run.seats ?? run.waiting) - ";
    out.push(format!("7 % {}1{}", open.repeat(30), ")".repeat(30)));
    out.push(format!("7 % {}1{}", "(7 % ".repeat(40), ")".repeat(40)));
    let factor = "((run.seats ?? run.waiting) - 3)";
    out.push(format!(
        "7 % ({factor}{})",
        format!(" * {factor}").repeat(20)
    ));
    let mut doubling = String::from("let a0 = run.seats ?? run.waiting;\n");
    for n in 1..200 {
        doubling += &format!("let a{n} = a{} * a{} - {n};\n", n - 1, n - 1);
    }
    out.push(doubling + "7 % a199");
    // A script of nothing but faults, on one line: each fault keeps its line.
    out.push("x;".repeat(16_000));
    out.push("run.x;".repeat(5_000));
    out.push("let a = 1;".repeat(3_000));
    out.push(many("fn f{}() { 1 } ", 1_000));
    // Each helper calls the one above it twice.
    let mut doubling = String::from("fn f0(n) { n }\n");
    for n in 1..60 {
        doubling += &format!("fn f{n}(n) {{ f{}(n) + f{}(n) }}\n", n - 1, n - 1);
    }
    out.push(doubling + "f59(run.sessions)");
    // As many missing facts as there are, each of which doubles the ways to fill them in.
    out.push(
        "(run.activity && run.referral || run.focus_group) && run.sessions > 3 || \
              run.seats > 4 && run.waiting > 5 && run.hours > 6.5 || run.format == \"hybrid\""
            .to_owned(),
    );
    out
}

/// A text with a number in it, many times.
fn many(text: &str, times: usize) -> String {
    (0..times)
        .map(|n| text.replace("{}", &n.to_string()))
        .collect()
}

/// A script put together from bytes: every row of bytes gives one, and the same always the same.
pub fn script(bytes: &[u8]) -> String {
    let mut writer = Writer {
        bytes: bytes.iter(),
        out: String::new(),
        names: 0,
    };
    let helpers = writer.choose(4);
    for helper in 0..helpers {
        writer.helper(helper);
    }
    for _ in 0..writer.choose(6) {
        writer.statement(3);
    }
    writer.value(4);
    writer.out
}

/// How much is written before only short things follow.
const ENOUGH: usize = 20_000;

struct Writer<'a> {
    bytes: std::slice::Iter<'a, u8>,
    out: String,
    /// How many variables there are: `v0`, `v1` and so on.
    names: usize,
}

impl Writer<'_> {
    fn choose(&mut self, among: usize) -> usize {
        usize::from(self.bytes.next().copied().unwrap_or(0)) % among.max(1)
    }

    fn pick(&mut self, among: &[&'static str]) -> &'static str {
        let choice = self.choose(among.len());
        among.get(choice).copied().unwrap_or_default()
    }

    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn helper(&mut self, number: usize) {
        // Now and then one calls itself, or what stands below it.
        let own = if self.choose(20) == 0 {
            number + 1
        } else {
            number
        };
        self.put(&format!("fn h{own}(x) {{ "));
        if number > 0 {
            for _ in 0..self.choose(4) {
                self.put(&format!("h{}(x) + ", number - 1));
            }
        }
        if self.choose(3) == 0 {
            self.value(2);
        } else {
            self.put("x");
        }
        self.put(" }\n");
    }

    fn statement(&mut self, depth: usize) {
        match self.choose(12) {
            0 => self.noise(),
            1 | 2 => {
                let name = self.names;
                self.put(&format!("let v{name} = "));
                self.value(depth);
                self.names += 1;
                self.put(";\n");
            }
            3 => {
                // What grows by doubling.
                let name = self.names;
                self.names += 1;
                let start = self.pick(&["\"0123456789abcdef\"", "[1, 2]", "1", "run.title", "2.5"]);
                let grow = self.pick(&["v += v; ", "v = v + v; ", "v *= v; ", "v.push(v); "]);
                let grow = grow.replace('v', &format!("v{name}"));
                let times = self.choose(32);
                self.put(&format!("let v{name} = {start}; {}\n", grow.repeat(times)));
            }
            4 => {
                self.put("if ");
                self.value(depth.saturating_sub(1));
                self.put(" { return ");
                self.value(depth.saturating_sub(1));
                self.put("; }\n");
            }
            5 => {
                let word = self.pick(&[
                    "loop { }",
                    "while true { }",
                    "for i in 0..9 { }",
                    "throw 1;",
                    "try { } catch { }",
                    "import \"x\" as x;",
                    "export v0;",
                    "print(1);",
                    "eval(\"1\");",
                    "this.x = 1;",
                    "let f = |x| x;",
                    "let m = #{};",
                    "run = 1;",
                    "p.least = 2;",
                    "let run = 1;",
                ]);
                self.put(word);
            }
            _ => {
                self.put("let _u = ");
                self.value(depth);
                self.put(";\n");
            }
        }
    }

    fn noise(&mut self) {
        let noise = self.pick(&[
            "// c\n",
            "/* /* c */ */",
            "\u{feff}",
            "\u{0}",
            "\u{202e}",
            "æøå",
            ";",
            "}",
            "\"",
            "`",
            "'",
            "#",
            "\\",
            "\r",
            "\t",
            "🦀",
            "/*",
            "let",
            "fn",
            "=>",
            "..",
            "??",
        ]);
        self.put(noise);
    }

    fn value(&mut self, depth: usize) {
        if depth == 0 || self.out.len() > ENOUGH {
            return self.leaf();
        }
        let below = depth - 1;
        match self.choose(16) {
            0 | 1 => self.leaf(),
            2 | 3 => {
                self.put("(");
                self.value(below);
                let operator = self.pick(&[
                    " + ", " - ", " * ", " / ", " % ", " ** ", " > ", " == ", " != ", " && ",
                    " || ", " in ", " ?? ", " & ", " << ", " === ",
                ]);
                self.put(operator);
                self.value(below);
                self.put(")");
            }
            4 => {
                self.put("(if ");
                self.value(below);
                self.put(" { ");
                self.value(below);
                self.put(" } else { ");
                self.value(below);
                self.put(" })");
            }
            5 => {
                self.put("(switch ");
                self.value(below);
                let case =
                    self.pick(&["1", "1..4", "\"hybrid\"", "true", "1..=9223372036854775807"]);
                self.put(&format!(" {{ {case} => "));
                self.value(below);
                self.put(", _ => ");
                self.value(below);
                self.put(" })");
            }
            6 | 7 => {
                let call = self.pick(&[
                    "min(",
                    "max(",
                    "abs(",
                    "round(",
                    "to_int(",
                    "to_float(",
                    "h0(",
                    "h1(",
                    "h2(",
                    "h3(",
                    "known(",
                    "sleep(",
                    "timestamp(",
                    "Fn(",
                    "curry(",
                    "blob(",
                ]);
                self.put(call);
                self.value(below);
                if call.starts_with('m') {
                    self.put(", ");
                    self.value(below);
                }
                self.put(")");
            }
            8 => {
                self.value(below);
                let method = self.pick(&[
                    ".len()",
                    ".is_empty()",
                    ".contains(\"x\")",
                    ".min(3)",
                    ".call()",
                    ".curry(1)",
                    "?.x",
                    "[0]",
                    ".known()",
                    ".to_float()",
                    ".starts_with(\"a\")",
                ]);
                self.put(method);
            }
            9 => {
                self.put("[");
                for _ in 0..self.choose(5) {
                    self.value(below);
                    self.put(", ");
                }
                self.put("]");
            }
            10 => {
                // Long chains, and deep nests.
                let (open, close) = match self.choose(6) {
                    0 => ("(", ")"),
                    1 => ("-", ""),
                    2 => ("!", ""),
                    3 => ("1 + ", ""),
                    4 => ("(run.seats ?? ", ")"),
                    _ => ("abs(", ")"),
                };
                let times = self.choose(64);
                self.put(&open.repeat(times));
                self.leaf();
                self.put(&close.repeat(times));
            }
            11 => {
                let times = self.choose(200) * 32;
                self.put(&format!("\"{}\"", "x".repeat(times)));
            }
            12 => {
                self.put("{ ");
                self.statement(below);
                self.value(below);
                self.put(" }");
            }
            13 => self.put("`${run.title}`"),
            _ => self.leaf(),
        }
    }

    fn leaf(&mut self) {
        let leaf = self.pick(&[
            "run.sessions",
            "run.seats",
            "run.waiting",
            "run.hours",
            "run.activity",
            "run.referral",
            "run.format",
            "run.title",
            "run.target_groups",
            "run.professions",
            "p.least",
            "p.formats",
            "(run.seats ?? 4)",
            "known(run.seats)",
            "1",
            "0",
            "2.5",
            "true",
            "false",
            "\"hybrid\"",
            "9223372036854775807",
            "-9223372036854775807",
            "1e308",
            "x",
            "v",
            "()",
            "run",
            "1..4",
        ]);
        if leaf == "v" {
            let name = self.choose(self.names + 1);
            return self.put(&format!("v{name}"));
        }
        self.put(leaf);
    }
}
