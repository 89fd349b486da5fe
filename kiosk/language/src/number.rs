//! Numbers in a language's digits.

use crate::Locale;
use crate::locale::held;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_experimental::dimension::percent::formatter::PercentFormatter;
use icu_experimental::dimension::percent::options::PercentFormatterOptions;
use icu_locale_core::Locale as IcuLocale;
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;
use wayside_model::Language;

#[derive(Default)]
pub(crate) struct Numbers {
    decimal: OnceLock<DecimalFormatter>,
    percent: OnceLock<PercentFormatter<DecimalFormatter>>,
}

impl Locale {
    /// Writes a whole number: "1,250".
    pub fn number(&self, number: i64) -> String {
        self.decimal_to_string(&Decimal::from(number))
    }

    /// Writes a share in percent: "25%".
    pub fn percent(&self, percent: i64) -> String {
        let formatter = self
            .0
            .numbers
            .percent
            .get_or_init(|| held(PercentFormatter::try_new(self.icu().into(), PercentFormatterOptions::default())));
        let text = formatter.format(&Decimal::from(percent)).to_string();
        // `icu_experimental` 0.7 writes the Latin sign next to Arabic and Persian digits; CLDR has their own.
        match self.language() {
            Language::Arabic => text.replace("\u{200e}%\u{200e}", "٪\u{61c}"),
            Language::Farsi => text.replace('%', "٪"),
            _ => text,
        }
    }

    pub(crate) fn decimal_to_string(&self, number: &Decimal) -> String {
        let formatter = self
            .0
            .numbers
            .decimal
            .get_or_init(|| held(DecimalFormatter::try_new(self.icu().into(), DecimalFormatterOptions::default())));
        formatter.format_to_string(number)
    }
}

/// Writes the numbers inside messages; Fluent makes and keeps one per language.
pub(crate) struct MessageNumber(DecimalFormatter);

impl MessageNumber {
    /// Writes a number given in plain ASCII form.
    pub fn format(&self, plain: &str) -> Option<String> {
        Some(self.0.format_to_string(&Decimal::try_from_str(plain).ok()?))
    }
}

impl intl_memoizer::Memoizable for MessageNumber {
    type Args = ();
    type Error = String;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, String> {
        let locale: IcuLocale = language.to_string().parse().map_err(|e| format!("{language}: {e}"))?;
        DecimalFormatter::try_new(DecimalFormatterPreferences::from(&locale), DecimalFormatterOptions::default())
            .map(Self)
            .map_err(|e| format!("{language}: {e}"))
    }
}
