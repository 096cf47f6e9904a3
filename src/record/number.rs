//! Exact decimals as JSON numbers.

use std::str::FromStr;

use rust_decimal::Decimal;
use serde::de::{self, Deserializer, Visitor};
use serde::ser::Serializer;

/// Whether a JSON number carries this value exactly through a reader that keeps 64-bit floats.
pub(crate) fn is_exact_in_json(value: Decimal) -> bool {
    as_integer(value).is_some() || as_float(value).is_some()
}

fn as_integer(value: Decimal) -> Option<i128> {
    let whole = value.fract().is_zero().then(|| value.trunc())?;
    let fits = u64::try_from(whole).is_ok() || i64::try_from(whole).is_ok();
    if fits { i128::try_from(whole).ok() } else { None }
}

/// The float whose shortest decimal writing is this value.
fn as_float(value: Decimal) -> Option<f64> {
    let float = f64::from_str(&value.to_string()).ok()?;
    let back = Decimal::from_str(&float.to_string()).ok()?;
    (back == value).then_some(float)
}

pub(crate) fn serialize<S: Serializer>(value: &Option<Decimal>, to: S) -> Result<S::Ok, S::Error> {
    match value {
        None => to.serialize_none(),
        Some(value) => match (as_integer(*value), as_float(*value)) {
            (Some(integer), _) => serialize_integer(integer, to),
            (None, Some(float)) => to.serialize_f64(float),
            // Recognisers refuse such values; one made by hand is null rather than wrong.
            (None, None) => to.serialize_none(),
        },
    }
}

/// `serde_json` takes 128-bit integers in its writer but not in its `Value`, hence the narrower calls.
fn serialize_integer<S: Serializer>(value: i128, to: S) -> Result<S::Ok, S::Error> {
    match u64::try_from(value) {
        Ok(unsigned) => to.serialize_u64(unsigned),
        Err(_) => to.serialize_i64(value as i64),
    }
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Decimal>, D::Error> {
    from.deserialize_any(NumberVisitor)
}

struct NumberVisitor;

impl<'de> Visitor<'de> for NumberVisitor {
    type Value = Option<Decimal>;

    fn expecting(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        to.write_str("a number or null")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Some(value.into()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Some(value.into()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Self::Value, E> {
        Decimal::from_str(&value.to_string()).map(Some).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    struct Holder {
        #[serde(with = "super")]
        value: Option<Decimal>,
    }

    fn written(value: &str) -> String {
        let value = Some(Decimal::from_str(value).unwrap());
        serde_json::to_string(&Holder { value }).unwrap()
    }

    #[test]
    fn values_come_back_as_they_went() {
        for value in ["318000000", "0.1", "-4.66", "10360000000000000000", "65.30"] {
            let holder: Holder = serde_json::from_str(&written(value)).unwrap();
            assert_eq!(holder.value, Decimal::from_str(value).ok(), "{value}");
        }
    }

    #[test]
    fn whole_values_are_written_without_a_point() {
        assert_eq!(written("318000000.00"), r#"{"value":318000000}"#);
        assert_eq!(written("6.50"), r#"{"value":6.5}"#);
        assert_eq!(written("10360000000000000000"), r#"{"value":10360000000000000000}"#);
        assert_eq!(written("-7"), r#"{"value":-7}"#);
    }

    #[test]
    fn a_value_beyond_a_float_is_known_as_such() {
        assert!(!is_exact_in_json(Decimal::from_str("0.12345678901234567891").unwrap()));
        assert!(is_exact_in_json(Decimal::from_str("0.6667").unwrap()));
    }
    #[test]
    fn what_no_json_number_carries_is_null_and_no_number_is_an_error() {
        assert_eq!(written("0.12345678901234567891"), r#"{"value":null}"#);
        assert_eq!(serde_json::from_str::<Holder>(r#"{"value":null}"#).unwrap().value, None);
        let error = serde_json::from_str::<Holder>(r#"{"value":"5"}"#).err().unwrap();
        assert!(error.to_string().contains("expected a number or null"), "{error}");
    }
}
