use serde_json::{Map, Value};

/// The members of two objects that differ: as they were, and as they are now. Both have the same names.
pub(crate) fn differences(before: Value, after: Value) -> (Option<Value>, Option<Value>) {
    let (Value::Object(mut before), Value::Object(mut after)) = (before, after) else { return (None, None) };
    let same: Vec<String> = before
        .iter()
        .filter(|(name, value)| after.get(*name) == Some(value))
        .map(|(name, _)| name.clone())
        .collect();
    for name in same {
        before.remove(&name);
        after.remove(&name);
    }
    let object = |members: Map<String, Value>| Some(Value::Object(members));
    (object(before), object(after))
}
