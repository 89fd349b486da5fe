//! Temperatures.

use crate::Locale;
use wayside_model::Language;

/// Returns CLDR's short patterns for degrees Fahrenheit and Celsius (CLDR 47, `unitLength type="short"`).
///
/// `icu_experimental` 0.7 has no temperatures, so these stand here.
/// No language in the list varies them by plural form.
const fn patterns(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::English
        | Language::Korean
        | Language::ChineseTraditional
        | Language::ChineseSimplified
        | Language::Filipino
        | Language::Vietnamese
        | Language::Farsi
        | Language::Japanese
        | Language::Thai
        | Language::Khmer => ("{0}°F", "{0}°C"),
        Language::Spanish | Language::Russian => ("{0} °F", "{0} °C"),
        Language::Armenian => ("{0}°F", "{0} °C"),
        Language::Hindi => ("{0}°फ़ेरन", "{0}°से॰"),
        Language::Arabic => ("{0}°ف", "{0}°م"),
        Language::French => ("{0}\u{202f}°F", "{0}\u{202f}°C"),
    }
}

impl Locale {
    /// Writes a temperature given in degrees Celsius, in whole degrees: Fahrenheit for readers of English and Spanish,
    /// who live in the United States, else Celsius.
    pub fn temperature(&self, celsius: f64) -> String {
        let (fahrenheit_pattern, celsius_pattern) = patterns(self.language());
        let (degrees, pattern) =
            if self.is_imperial() { (celsius * 1.8 + 32.0, fahrenheit_pattern) } else { (celsius, celsius_pattern) };
        pattern.replace("{0}", &self.number(degrees.round() as i64))
    }
}
