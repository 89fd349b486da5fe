//! Two formatted ends of a range, put together by CLDR's pattern for ranges.

use crate::Locale;
use crate::locale::held;
use icu_datetime::DateTimeFormatterPreferences;
use icu_datetime::provider::Baked;
use icu_datetime::provider::pattern::GenericPatternItem;
use icu_datetime::provider::range_patterns::DatetimePatternsRangeGlueV1;
use icu_provider::prelude::*;

impl Locale {
    /// Writes a range from its formatted ends: "Mon – Fri".
    ///
    /// ICU4X uses the pattern inside its range formatter and offers no method for other values,
    /// so it is read from the compiled data.
    pub(crate) fn range_of(&self, from: &str, until: &str) -> String {
        let preferences = DateTimeFormatterPreferences::from(self.icu());
        let locale = DatetimePatternsRangeGlueV1::make_locale(preferences.locale_preferences);
        let id = DataIdentifierBorrowed::for_locale(&locale);
        let response: DataResponse<DatetimePatternsRangeGlueV1> =
            held(Baked.load(DataRequest { id, ..DataRequest::default() }));
        let mut text = String::new();
        for item in response.payload.get().pattern.items.iter() {
            match item {
                GenericPatternItem::Placeholder(0) => text.push_str(from),
                GenericPatternItem::Placeholder(_) => text.push_str(until),
                GenericPatternItem::Literal(character) => text.push(character),
            }
        }
        text
    }
}
