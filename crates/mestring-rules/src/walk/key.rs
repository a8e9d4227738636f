//! Expressions written in one way, so that the same condition is known again.
//!
//! Rules cannot change anything but variables, so the same text has the same value until a variable
//! in it changes.

use rhai::{ASTFlags, Dynamic, Expr, FnCallExpr, Token};

/// An expression in one way of writing; none where it is of a kind that is not compared.
pub(super) fn key(expr: &Expr) -> Option<String> {
    Some(match expr {
        Expr::BoolConstant(value, _) => value.to_string(),
        Expr::IntegerConstant(value, _) => value.to_string(),
        Expr::FloatConstant(value, _) => format!("{:?}", **value),
        Expr::StringConstant(text, _) => format!("{text:?}"),
        Expr::DynamicConstant(value, _) => constant(value)?,
        Expr::Array(items, _) => format!("[{}]", keys(items)?),
        Expr::Variable(parts, _, _) if parts.2.is_empty() => parts.1.to_string(),
        Expr::Dot(parts, flags, _) if !flags.intersects(ASTFlags::NEGATED) => {
            dotted(&key(&parts.lhs)?, &parts.rhs)?
        }
        Expr::And(parts, _) => format!("({})", joined(parts, "&&")?),
        Expr::Or(parts, _) => format!("({})", joined(parts, "||")?),
        Expr::Coalesce(parts, _) => format!("({})", joined(parts, "??")?),
        Expr::FnCall(call, _) => match (&call.op_token, call.args.as_slice()) {
            (Some(token), [left, right]) if *token != Token::NotIn => {
                operation(token, &call.name, left, right)?
            }
            (Some(_), [only]) => format!("{}{}", call.name, key(only)?),
            _ => function(call, None)?,
        },
        _ => return None,
    })
}

/// A comparison as a key that its opposite shares, and whether it is the key or its opposite.
pub(super) fn comparison(token: &Token, left: &str, right: &str) -> Option<(String, bool)> {
    let (first, second) = if left <= right {
        (left, right)
    } else {
        (right, left)
    };
    Some(match token {
        Token::EqualsTo => (format!("{first}=={second}"), true),
        Token::NotEqualsTo => (format!("{first}=={second}"), false),
        Token::LessThan => (format!("{left}<{right}"), true),
        Token::GreaterThanEqualsTo => (format!("{left}<{right}"), false),
        Token::GreaterThan => (format!("{right}<{left}"), true),
        Token::LessThanEqualsTo => (format!("{right}<{left}"), false),
        _ => return None,
    })
}

fn operation(token: &Token, name: &str, left: &Expr, right: &Expr) -> Option<String> {
    let (left, right) = (key(left)?, key(right)?);
    Some(match comparison(token, &left, &right) {
        Some((key, true)) => format!("({key})"),
        Some((key, false)) => format!("!({key})"),
        None => format!("({left}{name}{right})"),
    })
}

fn dotted(left: &str, right: &Expr) -> Option<String> {
    Some(match right {
        Expr::Property(property, _) => format!("{left}.{}", property.2),
        Expr::MethodCall(call, _) => function(call, Some(left))?,
        Expr::Dot(inner, flags, _) if !flags.intersects(ASTFlags::NEGATED) => {
            dotted(&dotted(left, &inner.lhs)?, &inner.rhs)?
        }
        _ => return None,
    })
}

/// `f(x, y)` and `x.f(y)` are the same.
fn function(call: &FnCallExpr, receiver: Option<&str>) -> Option<String> {
    if call.is_qualified() || call.capture_parent_scope {
        return None;
    }
    let arguments = keys(&call.args)?;
    let comma = match receiver {
        Some(_) if !arguments.is_empty() => ",",
        _ => "",
    };
    let receiver = receiver.unwrap_or_default();
    Some(format!("{}({receiver}{comma}{arguments})", call.name))
}

fn keys(items: &[Expr]) -> Option<String> {
    joined(items, ",")
}

fn joined(items: &[Expr], between: &str) -> Option<String> {
    let keys: Option<Vec<String>> = items.iter().map(key).collect();
    Some(keys?.join(between))
}

fn constant(value: &Dynamic) -> Option<String> {
    if let Some(items) = value.read_lock::<rhai::Array>() {
        let items: Option<Vec<String>> = items.iter().map(constant).collect();
        return Some(format!("[{}]", items?.join(",")));
    }
    if let Some(text) = value.read_lock::<rhai::ImmutableString>() {
        return Some(format!("{:?}", text.as_str()));
    }
    if let Ok(number) = value.as_float() {
        return Some(format!("{number:?}"));
    }
    Some(value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<String> {
        let mut engine = rhai::Engine::new_raw();
        engine.set_optimization_level(rhai::OptimizationLevel::None);
        let ast = engine.compile(text).unwrap();
        match ast.statements() {
            [rhai::Stmt::Expr(expr)] => key(expr),
            [rhai::Stmt::FnCall(call, at)] => key(&Expr::FnCall(call.clone(), *at)),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn what_means_the_same_is_written_the_same() {
        let same = [
            ("run.a == 3", "3 == run.a"),
            ("run.a != 3", "!(3 == run.a)"),
            ("run.a > p.b", "p.b < run.a"),
            ("run.a >= p.b", "!(run.a < p.b)"),
            ("min(run.a, 3)", "run.a.min(3)"),
            ("(run.a ?? 3) + 1", "((run.a) ?? 3) + 1"),
            ("run.a in [\"x\", \"y\"]", "run.a in [\"x\",\"y\"]"),
        ];
        for (one, other) in same {
            assert!(of(one).is_some(), "{one}");
            assert_eq!(of(one), of(other), "{one}  {other}");
        }
        let differ = [
            ("run.a == 3", "run.a == 4"),
            ("run.a < 3", "run.a > 3"),
            ("run.a == 1", "run.a == 1.0"),
            ("x", "\"x\""),
            ("f(x, y)", "f(y, x)"),
            ("a - b", "b - a"),
        ];
        for (one, other) in differ {
            assert_ne!(of(one), of(other), "{one}  {other}");
        }
        assert_eq!(of("1 + { let a = 1; a }"), None);
    }
}
