use std::borrow::Cow;

use serde::{Deserialize, Deserializer, de::Error as _};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, Schema, schema::ObjectBuilder, schema::Type},
};

/// A text of a body, without the space around it: `MIN` to `MAX` characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<const MIN: usize, const MAX: usize>(pub String);

impl<const MIN: usize, const MAX: usize> Text<MIN, MAX> {
    /// The text, unless it is empty: an empty optional text is an absent one.
    pub fn filled(self) -> Option<String> {
        Some(self.0).filter(|text| !text.is_empty())
    }
}

impl<'de, const MIN: usize, const MAX: usize> Deserialize<'de> for Text<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let text = text.trim();
        match text.chars().count() {
            length if length > MAX => {
                Err(D::Error::custom(format_args!("must have {MAX} characters at most")))
            }
            length if length < MIN => {
                Err(D::Error::custom(format_args!("must have {MIN} characters or more")))
            }
            _ => Ok(Self(text.to_owned())),
        }
    }
}

impl<const MIN: usize, const MAX: usize> PartialSchema for Text<MIN, MAX> {
    fn schema() -> RefOr<Schema> {
        let text = ObjectBuilder::new().schema_type(Type::String).max_length(Some(MAX));
        text.min_length((MIN > 0).then_some(MIN)).into()
    }
}

impl<const MIN: usize, const MAX: usize> ToSchema for Text<MIN, MAX> {
    fn name() -> Cow<'static, str> {
        format!("Text{MIN}To{MAX}").into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_space_around_a_text_does_not_count() {
        let read =
            |text: &str| serde_json::from_value::<Text<2, 3>>(text.into()).map_err(|error| error.to_string());
        assert_eq!(read(" äb\n"), Ok(Text("äb".to_owned())));
        assert_eq!(read("  a  "), Err("must have 2 characters or more".to_owned()));
        assert_eq!(read("abcd"), Err("must have 3 characters at most".to_owned()));
        assert_eq!(Text::<0, 3>(String::new()).filled(), None);
    }
}
